using System.Diagnostics;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Returns.Receipts;

/// <summary>Uploads made to break the receipt that answers them.</summary>
public sealed class HostileReceiptTests
{
    private static readonly Return Sample = SampleReturn.Of(SampleReturn.Prefecture);

    [Fact]
    public void A_line_longer_than_a_cell_can_be_still_has_a_receipt()
    {
        var longest = new string('长', UploadLimit);
        var after = With(Line(30, ("SUBJECT", longest), ("KIND", "变动原因"), ("TEXT", longest)));

        var changes = ReturnDiff.Between(Books.Catalogue, Sample, after);

        Assert.NotEmpty(Books.Bytes(ReceiptWorkbook.Make(Books.Catalogue, Answer([]) with { Changes = changes, Compared = true }, after)));
    }

    [Fact]
    public void A_line_at_the_foot_of_the_sheet_does_not_draw_a_million_rows()
    {
        var far = With(Line(CellAddress.LastRow, ("SUBJECT", "R-Y-05")));
        var finding = Found("S07编报说明", $"C{CellAddress.LastRow}");

        var draft = ReceiptWorkbook.Make(Books.Catalogue, Answer([finding]), far);

        var sheet = draft.Sheets.Single(s => s.Name == "S07编报说明");
        Assert.InRange(sheet.Rows.Count(), 1, 1_000);
        var link = draft.Sheets[1].Rows.Single(r => r.Row == 3).Cells.Single(c => c.Column == 5).Link!;
        Assert.Contains("R-T-99", sheet.At(link).Comment, StringComparison.Ordinal);
        Assert.Contains(sheet.Rows.Single(r => r.Row == CellAddress.Parse(link.Split('!')[1]).Row).Cells, c => c.Text == "R-Y-05");
    }

    [Fact]
    public void Comparing_two_long_registers_takes_no_time_worth_telling()
    {
        var (before, after) = (Long("甲"), Long("乙"));
        var clock = Stopwatch.StartNew();

        var changes = ReturnDiff.Between(Books.Catalogue, before, after);

        Assert.Equal(20_000, changes.Count);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
        static Return Long(string note) => Sample with
        {
            Lines = [.. Enumerable.Range(5, 20_000).Select(row => new RegisterLine("S05", "S05往来明细", row, new Dictionary<string, string>
            {
                ["NO"] = $"{row}", ["FUND"] = "EI", ["DIRECTION"] = "上解上级", ["DATE"] = "2023-12-20", ["AMOUNT"] = $"{row}", ["NOTE"] = note,
            }))],
        };
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\t=1", "' =1")]
    [InlineData("\r=1", "'\n=1")]
    [InlineData(" =1", "' =1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("\u0001=1", "'\uFFFD=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("a\u0000b\uFFFFc\r\nd\re", "a\uFFFDb\uFFFDc\nd\ne")]
    [InlineData("报表\u202Exslx.exe", "报表\uFFFDxslx.exe")]
    [InlineData("正常 a=b-c@d 😀", "正常 a=b-c@d 😀")]
    [InlineData("", "")]
    public void Text_of_others_is_written_so_that_no_program_runs_it(string text, string written) =>
        Assert.Equal(written, UploadedText.Safe(text));

    [Fact]
    public void What_is_cut_ends_where_a_character_ends()
    {
        var text = UploadedText.Safe(new string('a', UploadLimit - 2) + "😀😀");

        Assert.Equal(UploadLimit - 1, text.Length);
        Assert.EndsWith("a…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_cell_of_a_receipt_begins_as_a_formula_does_wherever_the_text_came_from()
    {
        const string bad = "=cmd|'/c calc'!A0";
        var finding = new Finding(bad, Severity.Error, "S05往来明细", "D5", "", bad, new Dictionary<string, string>())
        {
            Label = bad, Reported = bad, Expected = bad, Difference = bad, Remedy = bad, Formula = bad,
            Cause = new Cause(CauseKind.Sign, bad), Explanation = new Explanation(bad, ExplanationSource.Own),
        };
        var receipt = Answer([finding]) with
        {
            UnitName = bad, File = bad, Preparer = bad, Version = bad, CatalogueVersion = bad, Compared = true,
            Suspensions = [new Suspension(bad, bad, new DateOnly(2024, 1, 1), null, bad)],
            Offered = [new OfferedExplanation(bad, bad, bad)], Changes = [new CellChange(bad, bad, bad, bad, bad, bad)],
        };
        var values = With(Line(9, ("SUBJECT", bad), ("TEXT", "\t@SUM(A1)")));

        var book = Reread(ReceiptWorkbook.Make(Books.Catalogue, receipt, values));

        var texts = book.Sheets.SelectMany(s => s.Cells.Values).Where(c => c.Kind == CellKind.Text && !c.HasFormula).Select(c => c.Text).ToList();
        Assert.Contains("'" + bad, texts);
        Assert.DoesNotContain(texts, t => t.Length > 0 && "=+-@\t\r".Contains(t[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Characters_that_XML_forbids_break_neither_sheet_nor_note()
    {
        var finding = Found("S01企保收支表", "H9") with { Message = "a\u0000\u0001\u001F\uFFFE\uD800b", Label = "\uDC00" };

        var book = Reread(ReceiptWorkbook.Make(Books.Catalogue, Answer([finding]) with { File = "\u0002.xlsx" }, Sample));

        Assert.Contains(book.Sheets[1].Cells.Values, c => c.Text == "a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDb");
    }

    private const int UploadLimit = 32_767;

    private static RegisterLine Line(int row, params (string Code, string Text)[] values) =>
        new("S07", "S07编报说明", row, values.ToDictionary(v => v.Code, v => v.Text));

    private static Return With(RegisterLine line) => Sample with { Lines = [.. Sample.Lines, line] };

    private static Finding Found(string sheet, string cell) =>
        new("R-T-99", Severity.Error, sheet, cell, "", "【R-T-99】有误。", new Dictionary<string, string>());

    private static Workbook Reread(WorkbookDraft draft) => Workbook.Read(new MemoryStream(Books.Bytes(draft)), WorkbookLimits.Default);

    private static Receipt Answer(IReadOnlyList<Finding> findings) => new(
        2023, SampleReturn.Prefecture, "长沙市", new string('a', 64), "年报.xlsx", new DateTimeOffset(2024, 2, 20, 1, 0, 0, TimeSpan.Zero), "v", false, findings);
}

file static class Sheets
{
    /// <summary>The cell a link such as <c>'S07编报说明'!C9</c> leads to.</summary>
    public static CellDraft At(this SheetDraft sheet, string link)
    {
        var at = CellAddress.Parse(link.Split('!')[1]);
        return sheet.Rows.Single(r => r.Row == at.Row).Cells.Single(c => c.Column == at.Column);
    }
}
