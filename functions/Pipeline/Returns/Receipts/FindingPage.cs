using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>审核结果: one row a finding, the first one first.</summary>
internal static class FindingPage
{
    public const string Name = "审核结果";

    private const int HeadRow = 2;
    private const int LongestCell = 2_000;
    private const int HighestRow = 409;

    private static readonly (string Caption, int Width)[] Columns =
    [
        ("序号", 6), ("规则", 9), ("级别", 7), ("工作表", 16), ("单元格", 9), ("项目", 22), ("填报数", 19), ("应为", 19), ("差额", 18), ("可能原因", 32),
        ("问题", 48), ("公式", 20), ("如何修改", 32), ("同类", 6), ("已作说明", 28),
    ];

    public static SheetDraft Make(Receipt receipt, MarkedForms forms)
    {
        var page = new PageDraft(Name);
        page.Text(1, 1, receipt.Findings.Count == 0 ? "未发现问题。" : "按顺序逐条处理；点“单元格”可跳到本文件中标出的位置。", TemplateStyles.Line);
        foreach (var (index, (caption, _)) in Columns.Index()) page.Text(HeadRow, index + 1, caption, ReceiptStyles.Heading);
        foreach (var (index, finding) in receipt.Findings.Index()) PutRow(page, HeadRow + 1 + index, index + 1, finding, forms);
        return page.Draft([.. Columns.Index().Select(c => new ColumnDraft(c.Index + 1, c.Index + 1, c.Item.Width))], new CellAddress(HeadRow + 1, 1),
            new PrintSetup { Landscape = true, FitToWidth = true, RepeatRows = (HeadRow, HeadRow), Footer = "审核结果　第 &P 页，共 &N 页" }) with
        {
            AutoFilter = receipt.Findings.Count > 0 ? CellRange.Of(HeadRow, 1, HeadRow + receipt.Findings.Count, Columns.Length) : null,
        };
    }

    private static void PutRow(PageDraft page, int row, int number, Finding finding, MarkedForms forms)
    {
        page.Put(row, CellDraft.OfNumber(1, number, ReceiptStyles.Centred));
        page.Text(row, 2, finding.Rule, ReceiptStyles.Centred);
        page.Text(row, 3, ReceiptStyles.Name(finding.Severity), ReceiptStyles.Centred with { Fill = ReceiptStyles.Fill(finding), Bold = true });
        page.Text(row, 4, finding.Sheet.Length > 0 ? finding.Sheet : "（整个文件）", ReceiptStyles.Text);
        var link = forms.LinkTo(finding);
        page.Put(row, CellDraft.OfText(5, finding.Cell.Length > 0 ? finding.Cell : finding.Sheet.Length > 0 ? "整表" : "—", link is null ? ReceiptStyles.Centred : ReceiptStyles.Link) with { Link = link });
        page.Text(row, 6, Cut(finding.Label), ReceiptStyles.Text);
        foreach (var (index, printed) in new[] { finding.Reported, finding.Expected, finding.Difference }.Index())
            page.Put(row, PrintedNumber.Of(printed)?.Cell(7 + index) ?? CellDraft.OfText(7 + index, Cut(printed ?? ""), ReceiptStyles.Amount with { Wrap = true }));
        page.Text(row, 10, Cut(finding.Cause?.Text ?? ""), ReceiptStyles.Text);
        page.Text(row, 11, Cut(finding.Message), ReceiptStyles.Text);
        page.Text(row, 12, finding.Formula, ReceiptStyles.Text);
        page.Text(row, 13, Cut(finding.Remedy), ReceiptStyles.Text);
        page.Put(row, CellDraft.OfNumber(14, finding.Count, ReceiptStyles.Centred));
        page.Text(row, 15, Cut(Explained(finding)), ReceiptStyles.Text);
        page.Height(row, Height(finding));
    }

    private static string Explained(Finding finding) => finding switch
    {
        { Explanation: { } said } => said.Source == ExplanationSource.Provincial ? $"省级统一说明：{said.Text}" : said.Text,
        { Severity: Severity.Warning } => "（未说明）",
        _ => "",
    };

    // Excel does not fit the height of a file it has never saved; a Chinese character is two wide.
    private static int Height(Finding finding)
    {
        int Lines(string text, int width) => 1 + (Math.Min(text.Length, LongestCell) == 0 ? 0 : text.Take(LongestCell).Sum(c => char.IsAscii(c) ? 1 : 2) / width);
        var lines = Math.Max(Math.Max(Lines(finding.Message, 46), Lines(finding.Remedy, 30)), Math.Max(Lines(finding.Cause?.Text ?? "", 30), Math.Max(Lines(finding.Formula, 18), Lines(Explained(finding), 26))));
        return Math.Min(HighestRow, 17 * lines);
    }

    // What a clerk put into a cell may be long; the whole of it is in the return.
    private static string Cut(string text) => text.Length > LongestCell ? text[..LongestCell] + "…" : text;
}
