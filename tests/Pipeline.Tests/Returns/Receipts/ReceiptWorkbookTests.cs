using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Rules;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Returns.Receipts;

public sealed class ReceiptWorkbookTests
{
    private static readonly WorkbookDraft Spoilt = Books.Filled().Typed("S01", "H8", 1m).Typed("S05", "D5", "430200").Typed("S00", "B9", "=cmd|'/c calc'!A1");

    [Fact]
    public void The_verdict_comes_first_and_every_finding_has_its_row()
    {
        var (receipt, book) = Draw(Spoilt);

        Assert.Equal(["结论", "审核结果", "变动", "修改建议"], book.Sheets.Take(4).Select(s => s.Name));
        Assert.Equal("退回", book.Sheets[0][new CellAddress(2, 1)]!.Text);
        var rows = book.Sheets[1].Cells.Where(c => c.Key.Row > 2 && c.Key.Column == 2).OrderBy(c => c.Key.Row).Select(c => c.Value.Text);
        Assert.Equal(receipt.Findings.Select(f => f.Rule), rows);
        Assert.Contains(receipt.Submission, book.Sheets[0].Cells.Values.Select(c => c.Text));
    }

    [Fact]
    public void A_cell_in_question_is_coloured_commented_and_linked_to()
    {
        var (receipt, _) = Draw(Spoilt);
        var draft = ReceiptWorkbook.Make(Books.Catalogue, receipt, Read(Spoilt).Return);
        var marked = draft.Cell("S01", "H8");
        var number = receipt.Findings.Index().First(f => f.Item is { Rule: "R-A-01", Cell: "H8" }).Index;

        Assert.Equal(1m, marked.Number);
        Assert.NotNull(marked.Style.Fill);
        Assert.Contains("R-A-01", marked.Comment, StringComparison.Ordinal);
        Assert.Equal("'S01企保收支表'!H8", draft.Sheets[1].Rows.Single(r => r.Row == 3 + number).Cells.Single(c => c.Column == 5).Link);
        Assert.Null(draft.Cell("S01", "H9").Comment);
    }

    [Fact]
    public void A_row_that_had_moved_is_marked_where_the_template_has_it()
    {
        var finding = new Finding("R-A-01", Severity.Error, "S01企保收支表", "H10", "EI.INC.SUB", "不平。", new Dictionary<string, string>());
        var receipt = Receipt([finding]);

        var draft = ReceiptWorkbook.Make(Books.Catalogue, receipt, SampleReturn.Of(SampleReturn.Prefecture));

        Assert.Equal("不平。", draft.Cell("S01", "H8").Comment);
        Assert.Null(draft.Cell("S01", "H10").Comment);
    }

    [Fact]
    public void Text_from_the_upload_never_becomes_a_formula()
    {
        var nasty = new Finding("R-F-08", Severity.Error, "S01企保收支表", "H9", "", "=HYPERLINK(\"http://x\")\u0001", new Dictionary<string, string>()) { Label = "@SUM(A1)", Reported = "+1", Remedy = "-2" };
        var receipt = Receipt([nasty]) with { File = "=2+3", Preparer = "\tx" };

        var book = Reread(ReceiptWorkbook.Make(Books.Catalogue, receipt, null));

        Assert.All(book.Sheets.SelectMany(s => s.Cells.Values), cell => Assert.False(cell.HasFormula));
        Assert.Contains("'=2+3", book.Sheets[0].Cells.Values.Select(c => c.Text));
    }

    [Fact]
    public void A_file_that_is_no_return_has_a_receipt_that_says_so()
    {
        var reading = ReturnReader.Refuse(Books.Catalogue, SampleReturn.Prefecture, WorkbookRefusal.LegacyXls);

        var book = Reread(ReceiptWorkbook.Make(Books.Catalogue, Receipt(reading.Findings), null));

        Assert.Equal("退回", book.Sheets[0][new CellAddress(2, 1)]!.Text);
        Assert.Equal("R-F-01", book.Sheets[1][new CellAddress(3, 2)]!.Text);
        Assert.Equal(4, book.Sheets.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Excel_finds_nothing_to_repair_and_the_same_receipt_gives_the_same_bytes(bool refused)
    {
        var receipt = refused ? Draw(Spoilt).Receipt : Receipt([]);
        var values = SampleReturn.Of(SampleReturn.Prefecture);
        var bytes = Books.Bytes(ReceiptWorkbook.Make(Books.Catalogue, receipt, values));

        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Description}"));
        Assert.Equal(bytes, Books.Bytes(ReceiptWorkbook.Make(Books.Catalogue, receipt, values)));
    }

    [Fact]
    public void Amounts_are_numbers_and_names_stay_names()
    {
        var finding = new Finding("R-A-01", Severity.Error, "", "", "", "不平。", new Dictionary<string, string>()) { Reported = "1,234.50", Expected = "95.5%", Difference = "-5" };
        var receipt = Receipt([finding]) with
        {
            Compared = true,
            Changes = [new CellChange("S01企保收支表", "H8", "保费", "本年决算数", "-10.50", "1,000.00"), new CellChange("S05往来明细", "D5", "第5行", "对方单位编码", "430099", "430100")],
        };

        var draft = ReceiptWorkbook.Make(Books.Catalogue, receipt, null);

        Assert.Equal([1234.50m, 0.955m, -5m], draft.Sheets[1].Rows.ElementAt(2).Cells.Skip(6).Take(3).Select(c => c.Number!.Value));
        Assert.Equal([-10.50m, 1000m, 1010.50m], draft.Sheets[2].Rows.ElementAt(2).Cells.Skip(4).Select(c => c.Number!.Value));
        Assert.Equal(["430099", "430100", ""], draft.Sheets[2].Rows.ElementAt(3).Cells.Skip(4).Select(c => c.Text));
    }

    [Fact]
    public void A_finding_about_a_voucher_of_an_item_is_marked_on_the_voucher()
    {
        var finding = new Finding("R-B-01", Severity.Warning, "S06预算调整", "E5", "EI.INC.PREM", "不符。", new Dictionary<string, string>());

        var draft = ReceiptWorkbook.Make(Books.Catalogue, Receipt([finding]), SampleReturn.Of(SampleReturn.Prefecture));

        Assert.Equal("不符。", draft.Cell("S06", "E5").Comment);
    }

    [Fact]
    public void A_finding_without_a_cell_leads_to_the_head_of_its_sheet_and_a_missing_value_keeps_its_colour()
    {
        Finding[] findings = [new("R-F-04", Severity.Error, " S02工伤收支表", "", "", "缺表。", new Dictionary<string, string>()), new("R-F-08", Severity.Error, "S01企保收支表", "H9", "EI.INC.PREM", "空。", new Dictionary<string, string>())];

        var draft = ReceiptWorkbook.Make(Books.Catalogue, Receipt(findings), SampleReturn.Of(SampleReturn.Prefecture) with { Items = [] });

        Assert.Equal("'S02工伤收支表'!A1", draft.Sheets[1].Rows.ElementAt(2).Cells[4].Link);
        Assert.NotNull(draft.Cell("S01", "H9").Style.Fill);
        Assert.StartsWith("【修改建议】", draft.Cell("S01", "A1").Text, StringComparison.Ordinal);
        Assert.All(draft.Sheets, s => Assert.True(s is { Protected: false, ConditionalFills.Count: 0 }));
    }

    private static (Receipt Receipt, Workbook Book) Draw(WorkbookDraft upload)
    {
        var reading = Read(upload);
        var receipt = Receipt(reading.Findings);
        return (receipt, Reread(ReceiptWorkbook.Make(Books.Catalogue, receipt, reading.Return)));
    }

    private static ReturnReading Read(WorkbookDraft upload) =>
        ReturnCheck.Check(new MemoryStream(Books.Bytes(upload)), Books.Catalogue, SampleReturn.Prefecture, "upload.xlsx", Circumstances.None);

    private static Workbook Reread(WorkbookDraft draft) => Workbook.Read(new MemoryStream(Books.Bytes(draft)), WorkbookLimits.Default);

    private static Receipt Receipt(IReadOnlyList<Finding> findings) => new(
        2023, SampleReturn.Prefecture, "长沙市", new string('a', 64), "2023/430100/年报.xlsx", new DateTimeOffset(2024, 2, 20, 1, 0, 0, TimeSpan.Zero), "v", false, findings);
}
