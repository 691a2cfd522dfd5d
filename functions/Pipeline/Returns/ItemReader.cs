using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>Reads the fixed rows of all forms of a return: typed cells first, then every formula recomputed.</summary>
[Judges("R-C-08")]
[Judges("R-F-09")]
[Judges("R-F-10")]
internal sealed class ItemReader(YearCatalogue catalogue, IReadOnlyList<FormSheet> sheets, FindingList findings)
{
    // Half a 分: less is the last digit of Excel's own arithmetic.
    private const decimal Stale = 0.005m;

    private readonly DisplayCheck display = new();
    private readonly Dictionary<(string Item, string Column), long> typed = [];

    public IReadOnlyList<ItemRow> Read()
    {
        foreach (var (sheet, item, row) in Rows())
        {
            foreach (var column in Columns(sheet, item)) ReadCell(sheet, item, row, column);
            foreach (var column in sheet.Form.Columns) display.Check(sheet, item, row, column, findings);
        }

        var values = new Recalculation(catalogue, typed);
        return [.. Rows().Select(found => Row(found.Sheet, found.Item, found.Row, values))];
    }

    private IEnumerable<(FormSheet Sheet, Item Item, int Row)> Rows() =>
        from sheet in sheets
        from item in sheet.Form.Items
        where sheet.Row(item) is not null
        select (sheet, item, sheet.Row(item)!.Value);

    private static IEnumerable<Column> Columns(FormSheet sheet, Item item) => sheet.Form.ValueColumns.Where(c => item.Has(c.Code));

    private void ReadCell(FormSheet sheet, Item item, int row, Column column)
    {
        var cell = sheet.Cell(row, column);
        var place = sheet.Place(item, row, column.Letter);
        if (IsComputed(item, column))
        {
            // A formula that stands is recomputed below; a number typed over it is what the clerk reports.
            if (cell is { HasFormula: true }) CheckReadable(cell, place);
            else ReadOverwritten(cell, item, column, place);
        }
        else if (cell is null || (cell.Kind == CellKind.Blank && !cell.HasFormula))
        {
            if (item.Kind == ItemKind.Input) findings.Add("R-C-08", place);
        }
        else if (AmountReader.Read(cell, item.Measure, place, findings) is { } raw)
        {
            typed[(item.Code, column.Code)] = raw;
        }
    }

    private void CheckReadable(Cell cell, Place place)
    {
        if (cell.Kind is CellKind.Error or CellKind.Text && cell.Text.Length > 0)
            findings.Add("R-F-08", place, ("值", cell.Text), ("应为", "数字"));
        if (cell.Number is { } shown && AmountReader.IsBeyondBounds(shown)) findings.Add("R-F-15", place, ("值", cell.Text));
    }

    private void ReadOverwritten(Cell? cell, Item item, Column column, Place place)
    {
        if (cell is null || cell.Kind == CellKind.Blank)
        {
            findings.Add("R-F-10", place, ("值", "（空）"));
        }
        else if (AmountReader.Read(cell, item.Measure, place, findings) is { } raw)
        {
            typed[(item.Code, column.Code)] = raw;
            findings.Add("R-F-10", place, ("值", AmountReader.Print(raw, item.Measure)));
        }
    }

    private ItemRow Row(FormSheet sheet, Item item, int row, Recalculation values)
    {
        var read = new Dictionary<string, long>();
        Dictionary<string, string>? texts = null;
        foreach (var column in Columns(sheet, item))
        {
            if (values.Value(item.Code, column.Code) is not { } value) continue;
            read[column.Code] = value;
            var cell = sheet.Cell(row, column);
            if (CellText.Kept(cell, value, item.Measure) is { } text) (texts ??= [])[column.Code] = text;
            if (IsComputed(item, column)) CheckCache(cell, item, value, sheet.Place(item, row, column.Letter));
        }

        return new ItemRow(sheet.Form.Code, item.Code, sheet.Sheet.Name, row, read, texts ?? CellText.NoneKept);
    }

    private void CheckCache(Cell? cell, Item item, long value, Place place)
    {
        if (cell is not { HasFormula: true, Number: { } cached }) return;
        if (Math.Abs(cached - (decimal)value / item.Measure.Scale()) > Stale)
            findings.Add("R-F-09", place, ("缓存值", AmountReader.Print(cached, item.Measure)), ("重算值", AmountReader.Print(value, item.Measure)));
    }

    private static bool IsComputed(Item item, Column column) => Recalculation.FormulaOf(item, column) is not null;
}
