using System.Globalization;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>修改建议, first page: what the colours of the following forms mean, and where the marked cells are.</summary>
internal static class AdvicePage
{
    public const string Name = "修改建议";

    private static readonly (string Text, string Fill)[] Legend =
        [("错误：须更正", ReceiptStyles.Red), ("核实：更正或说明", ReceiptStyles.Orange), ("已说明或仅提示", ReceiptStyles.Blue)];

    public static SheetDraft Make(MarkedForms forms)
    {
        var page = new PageDraft(Name);
        page.Text(1, 1, "修改建议", TemplateStyles.Title);
        page.Merged.Add(CellRange.Of(1, 1, 1, 3));
        page.Text(2, 1, forms.Sheets.Count == 0
            ? "上传的文件读不出报表内容，没有可以标注的表。"
            : "以下各表由系统按读到的数值重新生成（不是上传的文件），有问题的单元格已着色并加批注。请在自己的报表中更正后重新上传。", TemplateStyles.Note);
        page.Merged.Add(CellRange.Of(2, 1, 2, 3));
        page.Height(2, 32);
        foreach (var (index, (text, fill)) in Legend.Index()) page.Text(4, index + 1, text, ReceiptStyles.Centred with { Fill = fill });
        page.Text(6, 1, "工作表", ReceiptStyles.Heading);
        page.Text(6, 2, "标注的单元格", ReceiptStyles.Heading);
        var row = 7;
        foreach (var sheet in forms.Sheets)
        {
            page.Put(row, CellDraft.OfText(1, sheet.Name, ReceiptStyles.Link) with { Link = $"'{sheet.Name}'!A1" });
            page.Text(row++, 2, forms.Count(sheet.Name).ToString(CultureInfo.InvariantCulture), ReceiptStyles.Centred);
        }

        return page.Draft([new ColumnDraft(1, 1, 30), new ColumnDraft(2, 3, 24)], null, new PrintSetup { FitToWidth = true });
    }
}
