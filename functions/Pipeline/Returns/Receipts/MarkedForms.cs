using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>修改建议: the return's own forms, made anew from its values, with the cells in question coloured and commented.</summary>
internal sealed class MarkedForms
{
    private const int LongestNote = 1_000;

    private readonly YearCatalogue catalogue;
    private readonly ILookup<(string Sheet, CellAddress At), Finding> marks;
    private readonly Dictionary<string, SheetDraft> sheets;

    public MarkedForms(YearCatalogue catalogue, Receipt receipt, Return? values)
    {
        this.catalogue = catalogue;
        var unit = catalogue.FindUnit(receipt.Unit);
        var forms = values is null || unit is not { Reports: true } ? null : FilledReturn.Make(catalogue, unit, values);
        Names = forms?.DefinedNames ?? [];
        marks = receipt.Findings.Where(f => Find(f) is not null).ToLookup(f => (f.Sheet, Find(f)!.Value));
        sheets = (forms?.Sheets ?? []).ToDictionary(s => s.Name, Mark);
    }

    /// <summary>Names the forms' formulas may use.</summary>
    public IReadOnlyList<DefinedName> Names { get; }

    /// <summary>The forms in order.</summary>
    public IReadOnlyCollection<SheetDraft> Sheets => sheets.Values;

    /// <summary>How many cells of a sheet are marked.</summary>
    public int Count(string sheet) => marks.Count(m => m.Key.Sheet == sheet);

    /// <summary>Where a finding is shown in this workbook; null when it has no cell, or there are no forms.</summary>
    public string? LinkTo(Finding finding) =>
        Find(finding) is { } at && sheets.ContainsKey(finding.Sheet) ? $"'{finding.Sheet}'!{at}" : null;

    /// <summary>A finding names the cell where it stood in the upload; here every row stands where the template has it.</summary>
    private CellAddress? Find(Finding finding)
    {
        if (!CellAddress.TryParse(finding.Cell, out var at)) return null;
        return catalogue.FindItem(finding.Item) is { } known ? new CellAddress(known.Item.Row, at.Column) : at;
    }

    private SheetDraft Mark(SheetDraft sheet)
    {
        var here = marks.Where(m => m.Key.Sheet == sheet.Name).ToDictionary(m => m.Key.At, m => m.ToList());
        if (here.Count == 0) return sheet;
        var rows = sheet.Rows.ToDictionary(r => r.Row);
        foreach (var (row, cells) in here.GroupBy(m => m.Key.Row).ToDictionary(g => g.Key, g => g.ToDictionary(m => m.Key.Column, m => m.Value)))
        {
            var drawn = rows.GetValueOrDefault(row) ?? new RowDraft(row, []);
            var all = drawn.Cells.ToDictionary(c => c.Column);
            foreach (var (column, findings) in cells)
            {
                var cell = all.GetValueOrDefault(column) ?? CellDraft.Blank(column, TemplateStyles.FreeText);
                all[column] = cell with { Style = cell.Style with { Fill = ReceiptStyles.Fill(Gravest(findings)) }, Comment = Note(findings) };
            }

            rows[row] = drawn with { Cells = [.. all.Values.OrderBy(c => c.Column)] };
        }

        return sheet with { Rows = [.. rows.Values.OrderBy(r => r.Row)], TabColor = ReceiptStyles.Fill(Gravest(here.Values.SelectMany(f => f))) };
    }

    private static Finding Gravest(IEnumerable<Finding> findings) => findings.MinBy(f => (f.Severity, f.IsUnexplained ? 0 : 1))!;

    private static string Note(List<Finding> findings)
    {
        var text = string.Join('\n', findings.Select(f =>
            $"{f.Message}{(f.Expected is { Length: > 0 } expected ? $"\n应为：{expected}" : "")}{(f.Cause is { } cause ? $"\n可能原因：{cause.Text}" : "")}"));
        return text.Length > LongestNote ? text[..LongestNote] + "…" : text;
    }
}
