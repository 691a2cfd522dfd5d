using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>修改建议: the return's own forms, made anew from its values, with the cells in question coloured and commented.</summary>
internal sealed class MarkedForms
{
    private const int LongestNote = 1_000;

    private readonly CopyRows? places;
    private readonly ILookup<(string Sheet, CellAddress At), Finding> marks;
    private readonly Dictionary<string, SheetDraft> sheets;

    public MarkedForms(YearCatalogue catalogue, Receipt receipt, Return? values)
    {
        places = values is not null && catalogue.FindUnit(receipt.Unit) is { Reports: true } ? new CopyRows(catalogue, values) : null;
        var forms = places is null ? null : FilledReturn.Make(catalogue, catalogue.FindUnit(receipt.Unit)!, places.Values);
        Names = forms?.DefinedNames ?? [];
        var drawn = (forms?.Sheets ?? []).ToDictionary(s => s.Name, Extent);
        marks = receipt.Findings
            .Select(f => (Finding: f, Sheet: f.Sheet.Trim(), At: places?.Find(f)))
            .Where(m => m.At is { } at && drawn.TryGetValue(m.Sheet, out var last) && at.Row <= last.Row && at.Column <= last.Column)
            .ToLookup(m => (m.Sheet, m.At!.Value), m => m.Finding);
        sheets = (forms?.Sheets ?? []).ToDictionary(s => s.Name, Mark);
    }

    /// <summary>Names the forms' formulas may use.</summary>
    public IReadOnlyList<DefinedName> Names { get; }

    /// <summary>The forms in order.</summary>
    public IReadOnlyCollection<SheetDraft> Sheets => sheets.Values;

    /// <summary>How many cells of a sheet are marked.</summary>
    public int Count(string sheet) => marks.Count(m => m.Key.Sheet == sheet);

    /// <summary>Where a finding is shown in this workbook, the head of its sheet when it has no cell there; null when there is no such sheet.</summary>
    public string? LinkTo(Finding finding)
    {
        var sheet = finding.Sheet.Trim();
        if (!sheets.ContainsKey(sheet)) return null;
        var at = places?.Find(finding) is { } found && marks.Contains((sheet, found)) ? found : new CellAddress(1, 1);
        return $"'{sheet}'!{at}";
    }

    private static CellAddress Extent(SheetDraft sheet) =>
        new(sheet.Rows.Max(r => r.Row), sheet.Rows.Max(r => r.Cells.Select(c => c.Column).DefaultIfEmpty(0).Max()));

    private SheetDraft Mark(SheetDraft sheet)
    {
        var here = marks.Where(m => m.Key.Sheet == sheet.Name).ToDictionary(m => m.Key.At, m => m.ToList());
        // A colour that comes and goes with a blank would cover the mark, and nothing is typed here.
        sheet = Entitle(sheet) with { ConditionalFills = [], Validations = [] };
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

    // Whoever sees this sheet alone must know that it is not the return.
    private static SheetDraft Entitle(SheetDraft sheet)
    {
        var head = sheet.Rows.First();
        var title = CellDraft.OfText(head.Cells[0].Column, $"【{AdvicePage.Name}】{head.Cells[0].Text}", head.Cells[0].Style);
        return sheet with { Rows = [head with { Cells = [title, .. head.Cells.Skip(1)] }, .. sheet.Rows.Skip(1)] };
    }

    private static string Note(List<Finding> findings)
    {
        var text = string.Join('\n', findings.Select(f =>
            $"{f.Message}{(f.Expected is { Length: > 0 } expected ? $"\n应为：{expected}" : "")}{(f.Cause is { } cause ? $"\n可能原因：{cause.Text}" : "")}"));
        return text.Length > LongestNote ? text[..LongestNote] + "…" : text;
    }
}
