using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>Puts the fixed rows of a form on its sheet.</summary>
internal sealed class ItemBlock(YearCatalogue catalogue, Form form, ReturnContents contents, PageDraft page)
{
    private const int NumberRow = Form.CaptionRow + 1;

    public void Put()
    {
        foreach (var column in form.Columns) page.Text(Form.CaptionRow, Number(column), column.Caption, TemplateStyles.Heading);
        PutColumnNumbers();
        foreach (var item in form.Items)
        {
            foreach (var column in form.Columns) page.Put(item.Row, Cell(item, column));
            foreach (var column in form.ValueColumns.Where(c => item.Has(c.Code)))
                page.Names.Add(new DefinedName(Name(item, column), $"'{form.Sheet}'!${column.Letter}${item.Row}"));
        }

        foreach (var column in form.ValueColumns) Guard(column);
    }

    // 栏次. The code column stays empty: whatever stands there is read as an item's code.
    private void PutColumnNumbers()
    {
        var numbered = form.Columns.Where(c => c.Kind is ColumnKind.Value or ColumnKind.Derived).Index()
            .ToDictionary(c => c.Item.Code, c => $"{c.Index + 1}");
        foreach (var column in form.Columns)
        {
            var text = column switch
            {
                { Kind: ColumnKind.Label } => "栏次",
                { Kind: ColumnKind.Value, Formula: { } sum } => $"{numbered[column.Code]}={FormulaText.Of(sum, r => numbered[r.Code])}",
                _ => numbered.GetValueOrDefault(column.Code, ""),
            };
            page.Put(NumberRow, text.Length == 0
                ? CellDraft.Blank(Number(column), TemplateStyles.ColumnNumber)
                : CellDraft.OfText(Number(column), text, TemplateStyles.ColumnNumber));
        }
    }

    private CellDraft Cell(Item item, Column column) => column.Kind switch
    {
        ColumnKind.Line => CellDraft.OfNumber(Number(column), item.Line, TemplateStyles.Centred),
        ColumnKind.Code => CellDraft.OfText(Number(column), item.Code, TemplateStyles.Code),
        ColumnKind.Label when item.Kind == ItemKind.Formula => CellDraft.OfText(Number(column), item.Label, TemplateStyles.Total),
        ColumnKind.Label => CellDraft.OfText(Number(column), item.Label, TemplateStyles.Label),
        ColumnKind.Measure => CellDraft.OfText(Number(column), item.UnitText, TemplateStyles.Centred),
        ColumnKind.Text => CellDraft.Blank(Number(column), TemplateStyles.FreeText),
        ColumnKind.Derived => Formula(item, column, column.Formula!, column.NumberFormat),
        _ => Value(item, column),
    };

    private CellDraft Value(Item item, Column column)
    {
        var (number, format) = (Number(column), TypedCells.Format(item, column));
        var content = contents.Of(item, column);
        if (content == CellContent.None) return CellDraft.Blank(number, TemplateStyles.NoValue);
        if (content == CellContent.Formula) return Formula(item, column, Recalculation.FormulaOf(item, column)!, format);
        var style = content == CellContent.Given ? TemplateStyles.Fixed(format) : TemplateStyles.Typed(format);
        return contents.Value(item, column) is { } value ? CellDraft.OfNumber(number, value, style) : CellDraft.Blank(number, style);
    }

    private CellDraft Formula(Item item, Column column, Expression formula, string format)
    {
        var text = FormulaText.Of(formula, reference => Address(item, column, reference));
        if (item.Measure == Measure.Rate && column.Kind == ColumnKind.Value) text = $"ROUND({text},{Measure.Rate.Decimals()})";
        if (column.Kind == ColumnKind.Derived || FormulaText.Divides(formula)) text = $"IFERROR({text},\"\")";
        var style = TemplateStyles.Fixed(format);
        return contents.Shown(item, column) is { } value
            ? CellDraft.OfFormula(Number(column), text, style, value)
            : CellDraft.OfFormula(Number(column), text, style, "");
    }

    private string Address(Item item, Column column, Reference reference)
    {
        if (catalogue.FindItem(reference.Code) is not { } found) return Letter(form, reference.Code) + item.Row;
        var cell = Letter(found.Form, reference.Column ?? column.Code) + found.Item.Row;
        return found.Form == form ? cell : $"'{found.Form.Sheet}'!{cell}";
    }

    private void Guard(Column column)
    {
        var typed = form.Items.Where(i => contents.Of(i, column) == CellContent.Typed).ToList();
        foreach (var alike in typed.GroupBy(i => (i.Measure, i.UnitText, Required: i.Kind == ItemKind.Input)))
        {
            var cells = PageDraft.Runs(alike.Select(i => i.Row), Number(column));
            page.Validations.Add(alike.Key.Measure == Measure.Count
                ? TypedCells.Count(cells, alike.Key.UnitText, alike.Key.Required)
                : TypedCells.Amount(cells, alike.Key.Required));
        }

        if (PageDraft.Runs(typed.Where(i => i.Kind == ItemKind.Input).Select(i => i.Row), Number(column)) is { Count: > 0 } required)
            page.Fills.Add(TypedCells.Missing(required));
    }

    // At least two parts and a column, so never mistaken for an address such as A6.
    private static string Name(Item item, Column column) => $"{item.Code.Replace('.', '_')}_{column.Code}";

    private static string Letter(Form form, string column) => form.Columns.First(c => c.Code == column).Letter;

    private static int Number(Column column) => FormSheet.ColumnNumber(column.Letter);
}
