using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Workbooks;

public sealed class XlsxWriterTests
{
    private static readonly CellStyle Amount = new() { NumberFormat = "#,##0.00", Border = true, Locked = false, Fill = "FFF2CC" };
    private static readonly CellStyle Heading = new() { Bold = true, FontSize = 16, FontColor = "C00000", HorizontalAlignment = CellAlignment.Center, Wrap = true };

    [Fact]
    public void What_is_written_is_read_back()
    {
        var sheet = Reread(Everything).Sheets[0];

        Assert.Equal("收入表", sheet.Name);
        Assert.Equal(new Cell(CellKind.Text, "企业职工基本养老保险", null, null, false, "General"), sheet[CellAddress.Parse("A1")]);
        Assert.Equal(new Cell(CellKind.Number, "-1234.56", -1234.56m, null, false, "#,##0.00"), sheet[CellAddress.Parse("B2")]);
        Assert.Equal(new Cell(CellKind.Number, "-2469.12", -2469.12m, "B2*2", true, "#,##0.00"), sheet[CellAddress.Parse("C2")]);
        Assert.Equal(new Cell(CellKind.Text, "平", null, "IF(B2=C2,\"平\",\"不平\")", true, "General"), sheet[CellAddress.Parse("D2")]);
        Assert.Equal(new Cell(CellKind.Date, "2023-12-31", 45291m, null, false, "yyyy-mm-dd"), sheet[CellAddress.Parse("A3")]);
        Assert.Equal([9], sheet.HiddenRows);
        Assert.Equal([8, 9], sheet.HiddenColumns.Order());
    }

    [Fact]
    public void Sheet_states_and_names_are_read_back()
    {
        var book = Reread(Everything);

        Assert.Equal([("收入表", SheetState.Visible), ("校验 '23'", SheetState.VeryHidden)], book.Sheets.Select(s => (s.Name, s.State)));
        Assert.Equal([new("Unit", "'收入表'!$A$1"), new("_xlnm.Print_Titles", "'收入表'!$1:$2", "收入表")], book.DefinedNames);
    }

    [Fact]
    public void The_schema_of_Office_has_nothing_to_say()
    {
        using var file = new MemoryStream(Bytes(Everything));
        using var document = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void The_same_draft_gives_the_same_bytes() => Assert.Equal(Bytes(Everything), Bytes(Everything));

    [Fact]
    public void A_foreign_culture_changes_nothing()
    {
        var expected = Bytes(Everything);
        var own = CultureInfo.CurrentCulture;
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = foreign;

            Assert.Equal(expected, Bytes(Everything));
            Assert.Equal(-1234.56m, Reread(Everything).Sheets[0][CellAddress.Parse("B2")]!.Number);
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void Text_that_looks_like_a_formula_stays_text(string text)
    {
        var draft = Draft(CellDraft.OfText(1, text, CellStyle.Default));

        Assert.Equal(new Cell(CellKind.Text, text, null, null, false, "General"), Reread(draft).Sheets[0][new(1, 1)]);
        Assert.Contains("quotePrefix", Part(draft, "xl/styles.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_comes_back_as_it_was() =>
        Gen.String[Gen.Char, 0, 40].Sample(text => Reread(Draft(CellDraft.OfText(1, text, CellStyle.Default))).Sheets[0][new(1, 1)]!.Text == text, iter: 100);

    [Fact]
    public void Any_amount_comes_back_as_it_was() =>
        Gen.Select(Gen.Long[-999_999_999_999_999, 999_999_999_999_999], Gen.Int[0, 8]).Sample((digits, scale) =>
        {
            var amount = digits / (decimal)Math.Pow(10, scale);
            return Reread(Draft(CellDraft.OfNumber(1, amount, Amount))).Sheets[0][new(1, 1)]!.Number == amount;
        }, iter: 100);

    [Fact]
    public void Formulas_are_computed_afresh_when_Excel_opens_the_file() =>
        Assert.Contains("fullCalcOnLoad=\"1\"", Part(Everything, "xl/workbook.xml"), StringComparison.Ordinal);

    [Fact]
    public void What_Excel_cannot_hold_is_a_defect_of_ours()
    {
        Assert.Throws<ArgumentException>(() => Bytes(Draft(CellDraft.OfNumber(1, 1234567890123456m, Amount))));
        Assert.Throws<ArgumentException>(() => Bytes(Draft(CellDraft.OfFormula(1, "=A2", Amount))));
        Assert.Throws<ArgumentException>(() => Bytes(Draft(CellDraft.Blank(2, Amount), CellDraft.Blank(1, Amount))));
        Assert.Throws<ArgumentException>(() => Bytes(new WorkbookDraft([new SheetDraft("收入/支出", [])])));
        Assert.Throws<ArgumentException>(() => Bytes(new WorkbookDraft([new SheetDraft("S", []) { State = SheetState.Hidden }])));
    }

    [Fact]
    public void Cells_below_each_other_that_lead_to_the_same_place_share_a_link()
    {
        var draft = new WorkbookDraft([new SheetDraft("S", [Row(1, "A", "A"), Row(2, "A"), Row(3, "A"), Row(4, "B"), Row(6, "B")])]);

        Assert.Equal(
            ["A1 A", "B1:B3 A", "B4 B", "B6 B"],
            XElement.Parse(Part(draft, "xl/worksheets/sheet1.xml")).Descendants().Where(e => e.Name.LocalName == "hyperlink").Select(l => $"{(string?)l.Attribute("ref")} {(string?)l.Attribute("location")}"));

        // The last of a row's links stands in column B.
        static RowDraft Row(int row, params string[] links) =>
            new(row, [.. links.Index().Select(l => CellDraft.OfText(3 - links.Length + l.Index, l.Item, CellStyle.Default) with { Link = l.Item })]);
    }

    [Fact]
    public void A_sheet_keeps_the_links_that_Excel_takes_and_no_more()
    {
        const int most = 65_530;
        var rows = Enumerable.Range(1, most + 5).Select(row => new RowDraft(row, [CellDraft.OfText(1, "到", Heading) with { Link = $"'表'!B{row}" }]));

        var links = XDocument.Parse(Part(new WorkbookDraft([new SheetDraft("表", rows)]), "xl/worksheets/sheet1.xml")).Descendants().Where(e => e.Name.LocalName == "hyperlink").ToList();

        Assert.Equal(most, links.Count);
        Assert.Equal(("A1", $"A{most}"), ((string?)links[0].Attribute("ref"), (string?)links[^1].Attribute("ref")));
    }

    private static WorkbookDraft Everything => new(
    [
        new SheetDraft("收入表",
        [
            new RowDraft(1, [CellDraft.OfText(1, "企业职工基本养老保险", Heading)]) { Height = 30 },
            new RowDraft(2,
            [
                CellDraft.OfText(1, "  合计\n小计 ", CellStyle.Default) with { Link = "'校验 ''23'''!A1", Comment = "第1行 = 第2行 + 第3行" },
                CellDraft.OfNumber(2, -1234.56m, Amount),
                CellDraft.OfFormula(3, "B2*2", Amount with { Locked = true }, -2469.12m),
                CellDraft.OfFormula(4, "IF(B2=C2,\"平\",\"不平\")", CellStyle.Default, "平"),
                CellDraft.OfFormula(5, "B2/3", CellStyle.Default),
            ]),
            new RowDraft(3, [CellDraft.OfDate(1, new DateOnly(2023, 12, 31), new() { NumberFormat = "yyyy-mm-dd" }), CellDraft.Blank(2, Amount)]),
            new RowDraft(9, []) { Hidden = true },
        ])
        {
            Columns = [new(1, 1, 36), new(2, 5, 16.5m), new(8, 9, 8) { Hidden = true }],
            MergedRanges = [CellRange.Of(1, 1, 1, 5)],
            Validations =
            [
                new([CellRange.Of(2, 2, 3, 2)], ValidationKind.Number, "-9999999999999", "金额有误", "请填写数字，单位为元。") { UpperBound = "9999999999999" },
                new([CellRange.Of(4, 2, 4, 2)], ValidationKind.Whole, "0", "人数有误", "请填写不小于零的整数。") { PromptTitle = "人数", PromptText = "年末数" },
                new([CellRange.Of(5, 2, 5, 2)], ValidationKind.List, "\"是,否\"", "请选择", "请从列表中选择。"),
                new([CellRange.Of(6, 2, 6, 2)], ValidationKind.Custom, "ROUND(B6,2)=B6", "小数有误", "最多两位小数。") { AllowBlank = false },
            ],
            ConditionalFills = [new([CellRange.Of(2, 2, 3, 3)], "B2<0", "FFC7CE")],
            Protected = true,
            FreezePane = new CellAddress(3, 2),
            Print = new() { Landscape = true, FitToWidth = true, RepeatRows = (1, 2), Footer = "第 &P 页" },
            TabColor = "00B050",
        },
        new SheetDraft("校验 '23'", []) { State = SheetState.VeryHidden },
    ])
    {
        DefinedNames = [new("Unit", "'收入表'!$A$1")],
    };

    private static WorkbookDraft Draft(params CellDraft[] cells) => new([new SheetDraft("S", [new RowDraft(1, cells)])]);

    private static byte[] Bytes(WorkbookDraft draft)
    {
        using var file = new MemoryStream();
        XlsxWriter.Write(draft, file);
        return file.ToArray();
    }

    private static Workbook Reread(WorkbookDraft draft) => Workbook.Read(new MemoryStream(Bytes(draft)), WorkbookLimits.Default);

    private static string Part(WorkbookDraft draft, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes(draft)));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
