using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>变动: what differs from the return in force before.</summary>
internal static class ChangePage
{
    public const string Name = "变动";

    private const int HeadRow = 2;

    private static readonly (string Caption, int Width)[] Columns =
        [("工作表", 18), ("单元格", 10), ("项目", 30), ("栏目", 18), ("原数", 34), ("现数", 34), ("增减", 22)];

    public static SheetDraft Make(YearCatalogue catalogue, Receipt receipt)
    {
        var page = new PageDraft(Name);
        page.Text(1, 1, receipt switch
        {
            { Compared: false } => "没有可比较的上一版本。",
            { Changes.Count: 0 } => "与上一有效版本相比没有任何改动。",
            _ => $"与上一有效版本相比有 {receipt.Changes.Count} 处改动。",
        }, TemplateStyles.Line);
        foreach (var (index, (caption, _)) in Columns.Index()) page.Text(HeadRow, index + 1, caption, ReceiptStyles.Heading);
        foreach (var (index, change) in receipt.Changes.Index()) PutRow(page, HeadRow + 1 + index, change, IsAmount(catalogue, change));
        return page.Draft([.. Columns.Index().Select(c => new ColumnDraft(c.Index + 1, c.Index + 1, c.Item.Width))], new CellAddress(HeadRow + 1, 1),
            new PrintSetup { Landscape = true, FitToWidth = true, RepeatRows = (HeadRow, HeadRow), Footer = "变动　第 &P 页，共 &N 页" }) with
        {
            AutoFilter = receipt.Changes.Count > 0 ? CellRange.Of(HeadRow, 1, HeadRow + receipt.Changes.Count, Columns.Length) : null,
        };
    }

    private static void PutRow(PageDraft page, int row, CellChange change, bool isAmount)
    {
        var (before, after) = isAmount ? (PrintedNumber.Of(change.Before), PrintedNumber.Of(change.After)) : (null, null);
        page.Text(row, 1, change.Sheet, ReceiptStyles.Text);
        page.Text(row, 2, change.Cell, ReceiptStyles.Centred);
        page.Text(row, 3, change.Label, ReceiptStyles.Text);
        page.Text(row, 4, change.Column, ReceiptStyles.Text);
        Put(5, before, change.Before.Length > 0 ? change.Before : "（空）");
        Put(6, after, change.After.Length > 0 ? change.After : "（空）");
        Put(7, before is not null && after is not null ? after.Minus(before) : null, "");

        void Put(int column, PrintedNumber? number, string otherwise)
        {
            if (number is not null) page.Put(row, number.Cell(column));
            else page.Text(row, column, otherwise, isAmount ? ReceiptStyles.Amount : ReceiptStyles.Text);
        }
    }

    // The number of a voucher, a unit or a version is a name: nothing lies between two of them.
    private static bool IsAmount(YearCatalogue catalogue, CellChange change) =>
        catalogue.Forms.FirstOrDefault(f => f.Sheet == change.Sheet.Trim()) is { } form
        && (form.ValueColumns.Any(c => c.Caption == change.Column)
            || (form.Register?.Columns ?? []).Any(c => c.Caption == change.Column && (c.Kind is RegisterKind.Money or RegisterKind.Number)));
}
