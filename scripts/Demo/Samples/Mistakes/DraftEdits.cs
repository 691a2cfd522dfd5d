using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Workbooks;

namespace Demo.Samples.Mistakes;

/// <summary>What a clerk can do to a workbook in Excel. A sheet is named by the form code its name begins with.</summary>
internal static partial class DraftEdits
{
    /// <summary>The sheet of a form.</summary>
    public static SheetDraft Page(this WorkbookDraft draft, string form) => draft.Sheets.Single(s => s.Name.StartsWith(form, StringComparison.Ordinal));

    /// <summary>A cell of a form's sheet.</summary>
    public static CellDraft Cell(this WorkbookDraft draft, string form, string address)
    {
        var at = CellAddress.Parse(address);
        return draft.Page(form).Rows.Single(r => r.Row == at.Row).Cells.Single(c => c.Column == at.Column);
    }

    /// <summary>The draft with one sheet changed; null takes the sheet out.</summary>
    public static WorkbookDraft With(this WorkbookDraft draft, string form, Func<SheetDraft, SheetDraft?> change)
    {
        var page = draft.Page(form);
        return draft with { Sheets = [.. draft.Sheets.Select(s => s == page ? change(s) : s).OfType<SheetDraft>()] };
    }

    /// <summary>The draft with every row of one sheet changed.</summary>
    public static WorkbookDraft WithRows(this WorkbookDraft draft, string form, Func<RowDraft, RowDraft> change) =>
        draft.With(form, sheet => sheet with { Rows = [.. sheet.Rows.Select(change)] });

    /// <summary>The draft with one cell replaced.</summary>
    public static WorkbookDraft With(this WorkbookDraft draft, string form, string address, Func<CellDraft, CellDraft> change)
    {
        var at = CellAddress.Parse(address);
        return draft.WithRows(form, row => row.Row != at.Row ? row : row with { Cells = [.. row.Cells.Select(c => c.Column == at.Column ? change(c) : c)] });
    }

    /// <summary>A number typed into a cell, over whatever stood there.</summary>
    public static WorkbookDraft Typed(this WorkbookDraft draft, string form, string address, decimal number) =>
        draft.With(form, address, c => CellDraft.OfNumber(c.Column, number, c.Style));

    /// <summary>A text typed into a cell.</summary>
    public static WorkbookDraft Typed(this WorkbookDraft draft, string form, string address, string text) =>
        draft.With(form, address, c => CellDraft.OfText(c.Column, text, c.Style));

    /// <summary>A cell's number turned into a text.</summary>
    public static WorkbookDraft AsText(this WorkbookDraft draft, string form, string address, Func<decimal, string> print) =>
        draft.Typed(form, address, print(draft.Cell(form, address).Number!.Value));

    /// <summary>A date typed into a cell.</summary>
    public static WorkbookDraft Dated(this WorkbookDraft draft, string form, string address, DateOnly date) =>
        draft.With(form, address, c => CellDraft.OfDate(c.Column, date, c.Style with { NumberFormat = "yyyy-mm-dd" }));

    /// <summary>The formula stays; what Excel last showed is another number.</summary>
    public static WorkbookDraft Showing(this WorkbookDraft draft, string form, string address, decimal shown) =>
        draft.With(form, address, c => CellDraft.OfFormula(c.Column, c.Formula!, c.Style, shown));

    /// <summary>The formula stays; Excel last showed a text, or an error.</summary>
    public static WorkbookDraft Showing(this WorkbookDraft draft, string form, string address, string shown) =>
        draft.With(form, address, c => CellDraft.OfFormula(c.Column, c.Formula!, c.Style, shown));

    /// <summary>A cell emptied.</summary>
    public static WorkbookDraft Cleared(this WorkbookDraft draft, string form, string address) =>
        draft.With(form, address, c => CellDraft.Blank(c.Column, c.Style));

    /// <summary>A row hidden.</summary>
    public static WorkbookDraft HidingRow(this WorkbookDraft draft, string form, int row) =>
        draft.WithRows(form, r => r.Row == row ? r with { Hidden = true } : r);

    /// <summary>A column hidden.</summary>
    public static WorkbookDraft HidingColumn(this WorkbookDraft draft, string form, int column) => draft.With(form, sheet => sheet with
    {
        Columns = [.. sheet.Columns.Select(c => c.First <= column && column <= c.Last ? c with { Hidden = true } : c)],
    });

    /// <summary>An empty row put in above another; formulas of the sheet follow the cells they speak of.</summary>
    public static WorkbookDraft InsertingRow(this WorkbookDraft draft, string form, int before, string label) => draft.With(form, sheet => sheet with
    {
        Rows =
        [
            .. sheet.Rows.Where(r => r.Row < before).Select(r => Moved(r, before, 1)),
            new RowDraft(before, [CellDraft.OfText(3, label, sheet.Rows.Single(r => r.Row == before).Cells.Single(c => c.Column == 3).Style)]),
            .. sheet.Rows.Where(r => r.Row >= before).Select(r => Moved(r, before, 1) with { Row = r.Row + 1 }),
        ],
    });

    /// <summary>A row taken out; formulas of the sheet follow, and those that spoke of it show #REF!.</summary>
    public static WorkbookDraft DeletingRow(this WorkbookDraft draft, string form, int row) => draft.With(form, sheet => sheet with
    {
        Rows =
        [
            .. sheet.Rows.Where(r => r.Row < row).Select(r => Moved(r, row, -1)),
            .. sheet.Rows.Where(r => r.Row > row).Select(r => Moved(r, row, -1) with { Row = r.Row - 1 }),
        ],
    });

    private static RowDraft Moved(RowDraft row, int from, int by) => row with { Cells = [.. row.Cells.Select(c => Moved(c, from, by))] };

    private static CellDraft Moved(CellDraft cell, int from, int by)
    {
        if (cell.Formula is not { } formula) return cell;
        var moved = Address().Replace(formula, found =>
        {
            var row = int.Parse(found.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            return by < 0 && row == from ? "#REF!" : row < from ? found.Value : found.Groups[1].Value + (row + by).ToString(CultureInfo.InvariantCulture);
        });
        return moved.Contains("#REF!", StringComparison.Ordinal) ? CellDraft.OfFormula(cell.Column, moved, cell.Style, "#REF!")
            : cell.Number is { } shown ? CellDraft.OfFormula(cell.Column, moved, cell.Style, shown)
            : CellDraft.OfFormula(cell.Column, moved, cell.Style, cell.Text ?? "");
    }

    // Addresses of other sheets stand behind an exclamation mark and stay.
    [GeneratedRegex(@"(?<![!A-Z$])([A-Z]{1,2})(\d+)")]
    private static partial Regex Address();
}
