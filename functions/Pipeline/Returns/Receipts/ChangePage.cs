using System.Globalization;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>变动: what differs from the return in force before.</summary>
internal static class ChangePage
{
    public const string Name = "变动";

    private const int HeadRow = 2;

    private static readonly (string Caption, int Width)[] Columns =
        [("工作表", 18), ("单元格", 10), ("项目", 30), ("栏目", 18), ("原数", 34), ("现数", 34), ("增减", 22)];

    public static SheetDraft Make(Receipt receipt)
    {
        var page = new PageDraft(Name);
        page.Text(1, 1, receipt switch
        {
            { Compared: false } => "没有可比较的上一版本。",
            { Changes.Count: 0 } => "与上一有效版本相比没有任何改动。",
            _ => $"与上一有效版本相比有 {receipt.Changes.Count} 处改动。",
        }, TemplateStyles.Line);
        foreach (var (index, (caption, _)) in Columns.Index()) page.Text(HeadRow, index + 1, caption, ReceiptStyles.Heading);
        foreach (var (index, change) in receipt.Changes.Index())
        {
            var row = HeadRow + 1 + index;
            page.Text(row, 1, change.Sheet, ReceiptStyles.Text);
            page.Text(row, 2, change.Cell, ReceiptStyles.Centred);
            page.Text(row, 3, change.Label, ReceiptStyles.Text);
            page.Text(row, 4, change.Column, ReceiptStyles.Text);
            page.Text(row, 5, change.Before.Length > 0 ? change.Before : "（空）", ReceiptStyles.Amount);
            page.Text(row, 6, change.After.Length > 0 ? change.After : "（空）", ReceiptStyles.Amount);
            page.Text(row, 7, Difference(change), ReceiptStyles.Amount);
        }

        return page.Draft([.. Columns.Index().Select(c => new ColumnDraft(c.Index + 1, c.Index + 1, c.Item.Width))], new CellAddress(HeadRow + 1, 1),
            new PrintSetup { Landscape = true, FitToWidth = true, RepeatRows = (HeadRow, HeadRow) });
    }

    private static string Difference(CellChange change) =>
        Number(change.Before) is { } before && Number(change.After) is { } after ? (after - before).ToString("+#,##0.##;-#,##0.##;0", CultureInfo.InvariantCulture) : "";

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
