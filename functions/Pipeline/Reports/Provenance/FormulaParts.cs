using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Returns;

namespace Pipeline.Reports.Provenance;

/// <summary>What the formula of a cell is made of, and what the formulas above a cell make of it.</summary>
internal sealed class FormulaParts(YearCatalogue catalogue)
{
    private readonly Dictionary<(string, string), IReadOnlyList<FormulaPart>> read = [];
    private ILookup<(string Item, string Column), (string Item, string Column)>? above;

    /// <summary>The cells that the formula of a cell names, in order; none for a cell that is typed.</summary>
    public IReadOnlyList<FormulaPart> Of(string item, string column) =>
        read.TryGetValue((item, column), out var known) ? known : read[(item, column)] = Read(item, column);

    /// <summary>The cell and every cell of the same return that is computed from it, however far up.</summary>
    public IReadOnlySet<(string Item, string Column)> Upwards(string item, string column)
    {
        above ??= (from form in catalogue.Forms
                   from row in form.Items
                   from c in form.ValueColumns
                   where row.Has(c.Code)
                   from part in Of(row.Code, c.Code)
                   select (Part: (part.Item, part.Column), Whole: (row.Code, c.Code))).ToLookup(p => p.Part, p => p.Whole);
        var found = new HashSet<(string, string)>();
        var open = new Stack<(string, string)>([(item, column)]);
        while (open.TryPop(out var cell))
        {
            if (!found.Add(cell)) continue;
            foreach (var whole in above[cell]) open.Push(whole);
        }

        return found;
    }

    private IReadOnlyList<FormulaPart> Read(string item, string column)
    {
        if (catalogue.FindItem(item) is not { } found) return [];
        if (Recalculation.FormulaOf(found.Item, found.Form.ValueColumns.FirstOrDefault(c => c.Code == column)) is not { } formula) return [];
        var signs = Linear.Terms(formula);
        return [.. formula.Parts().OfType<Reference>().Select((reference, index) => catalogue.FindItem(reference.Code) is null
            ? new FormulaPart(item, reference.Code, signs?[index].Sign ?? 0)
            : new FormulaPart(reference.Code, reference.Column ?? column, signs?[index].Sign ?? 0))];
    }
}

/// <summary>A cell that a formula names.</summary>
/// <param name="Item">Item code.</param>
/// <param name="Column">Column code.</param>
/// <param name="Sign">+1 or −1; 0 where the formula does anything but add and subtract.</param>
internal sealed record FormulaPart(string Item, string Column, int Sign);
