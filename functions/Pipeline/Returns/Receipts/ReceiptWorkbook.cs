using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>回执 as a workbook: 结论, 审核结果, 变动, 修改建议 and the marked forms. Made of values alone, never of the uploaded bytes.</summary>
public static class ReceiptWorkbook
{
    /// <summary>Draws a receipt.</summary>
    /// <param name="catalogue">The year it was checked with.</param>
    /// <param name="receipt">The receipt.</param>
    /// <param name="values">What could be read of the return; null when nothing could, and there are no forms to mark.</param>
    public static WorkbookDraft Make(YearCatalogue catalogue, Receipt receipt, Return? values)
    {
        var forms = new MarkedForms(catalogue, receipt, values);
        IEnumerable<SheetDraft> sheets = [VerdictPage.Make(receipt), FindingPage.Make(receipt, forms), ChangePage.Make(catalogue, receipt), AdvicePage.Make(forms), .. forms.Sheets];
        // Nobody types into a receipt, but its columns may be widened and its rows filtered.
        return new WorkbookDraft([.. sheets.Select(s => Neutral(s) with { Protected = false })]) { DefinedNames = forms.Names };
    }

    // Once for all cells, so that no text of an upload can be forgotten.
    private static SheetDraft Neutral(SheetDraft sheet) =>
        sheet with { Rows = [.. sheet.Rows.Select(row => row with { Cells = [.. row.Cells.Select(Neutral)] })] };

    private static CellDraft Neutral(CellDraft cell)
    {
        var comment = cell.Comment is { } note ? UploadedText.Safe(note) : null;
        return cell is { Text: { } text, Formula: null }
            ? CellDraft.OfText(cell.Column, UploadedText.Safe(text), cell.Style) with { Link = cell.Link, Comment = comment }
            : cell with { Comment = comment };
    }
}
