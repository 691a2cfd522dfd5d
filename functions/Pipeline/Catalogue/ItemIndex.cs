using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>The items of all forms by code, to check what other files say of them.</summary>
internal sealed class ItemIndex
{
    private readonly Dictionary<string, (Form Form, Item Item)> items = [];
    private readonly Dictionary<string, Form> forms = [];

    public ItemIndex(IEnumerable<Form> forms)
    {
        foreach (var form in forms)
        {
            this.forms.Add(form.Code, form);
            foreach (var item in form.Items)
            {
                if (!items.TryAdd(item.Code, (form, item)))
                    throw new CatalogueException($"forms/{form.Code}.yaml", 1, $"item {item.Code} is in {items[item.Code].Form.Code} already");
            }
        }
    }

    public (Form Form, Item Item)? Find(string code) => items.TryGetValue(code, out var found) ? found : null;

    public Form? FindForm(string code) => forms.GetValueOrDefault(code);

    /// <summary>The item code a node names.</summary>
    public string Known(DataNode node) => items.ContainsKey(node.Text()) ? node.Text() : throw node.Wrong($"there is no item {node.Text()}");

    /// <summary>Checks that every reference is an item with that column, a column of the row, or a register's column.</summary>
    public void Check(Expression expression, DataNode at, string? column = null)
    {
        foreach (var reference in expression.References())
        {
            if (Find(reference.Code) is { } found)
            {
                var meant = reference.Column ?? column;
                if (meant is null) throw at.Wrong($"{reference} names no column");
                if (found.Form.ValueColumns.All(c => c.Code != meant) || !found.Item.Has(meant))
                    throw at.Wrong($"{reference.Code} has no column {meant}");
            }
            else if (!IsRegisterColumn(reference))
            {
                throw at.Wrong($"there is no item {reference.Code}");
            }
        }
    }

    private bool IsRegisterColumn(Reference reference) =>
        reference.Code.Split('.', 2) is [var form, var column]
        && FindForm(form) is { } found
        && ((found.Register?.Columns.Any(c => c.Code == column) ?? false) || found.Fields.Any(f => f.Code == column));
}
