using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Tests.Workbooks;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Returns;

public sealed class ReturnReaderTests
{
    // One defect each → what the reader must say of it: rule, sheet, cell. Nothing else may be said.
    private static readonly Dictionary<string, (Func<WorkbookDraft, WorkbookDraft> Spoil, string[] Expected)> Defects = new()
    {
        ["template of another year"] = (d => d.Typed("S00", "B15", "HNSB-2022-1.0"), ["R-F-03 S00封面 B15"]),
        ["another template's check code"] = (d => d.Typed("S00", "B16", "0000000000000000"), ["R-F-17 S00封面 B16"]),
        ["another unit's workbook"] = (d => d.Typed("S00", "B3", "430200"), ["R-C-01 S00封面 B3"]),
        ["another unit's name"] = (d => d.Typed("S00", "B4", "株洲市"), ["R-C-02 S00封面 B4"]),
        ["another year"] = (d => d.Typed("S00", "B5", 2022), ["R-C-03 S00封面 B5"]),
        ["another currency"] = (d => d.Typed("S00", "B8", "万元"), ["R-C-04 S00封面 B8"]),
        ["nobody signed"] = (d => d.Cleared("S00", "B12"), ["R-C-05 S00封面 B12"]),
        ["one person for two"] = (d => d.Typed("S00", "B10", "张三"), ["R-C-05 S00封面 B10"]),
        ["missing sheet"] = (d => d.With("S03", _ => null), ["R-F-04 S03企保基础资料"]),
        ["missing cover"] = (d => d.With("S00", _ => null), ["R-F-04 S00封面"]),
        ["renamed caption"] = (d => d.Typed("S01", "H4", "本年预算数"), ["R-F-05 S01企保收支表 H4"]),
        ["renamed register caption"] = (d => d.Typed("S05", "G4", "金额（万元）"), ["R-F-05 S05往来明细 G4"]),
        ["unknown code"] = (d => d.Typed("S01", "B10", "EI.INC.GIFT"), ["R-F-07 S01企保收支表 B10"]),
        ["code twice"] = (d => d.Typed("S01", "B10", "EI.INC.PREM"), ["R-D-04 S01企保收支表 B10", "R-F-07 S01企保收支表 B10"]),
        ["words for an amount"] = (d => d.Typed("S01", "H9", "约三亿"), ["R-F-08 S01企保收支表 H9"]),
        ["date for an amount"] = (d => d.Dated("S01", "H9", new DateOnly(2023, 1, 1)), ["R-F-08 S01企保收支表 H9"]),
        ["words over a formula"] = (d => d.Typed("S01", "H8", "合计"), ["R-F-08 S01企保收支表 H8"]),
        ["formula that fails"] = (d => d.Showing("S01", "H8", "#REF!"), ["R-F-08 S01企保收支表 H8"]),
        ["stale formula"] = (d => d.Showing("S01", "H8", d.Cell("S01", "H8").Number!.Value + 0.01m), ["R-F-09 S01企保收支表 H8"]),
        ["number over a formula"] = (d => d.Typed("S01", "H8", d.Cell("S01", "H8").Number!.Value), ["R-F-10 S01企保收支表 H8"]),
        ["formula wiped out"] = (d => d.Cleared("S01", "G9"), ["R-F-10 S01企保收支表 G9"]),
        ["three decimals"] = (d => d.Typed("S01", "H22", 1000.005m), ["R-F-11 S01企保收支表 H22"]),
        ["half a person"] = (d => d.Typed("S03", "F7", 90000.5m), ["R-F-12 S03企保基础资料 F7"]),
        ["fewer than no persons"] = (d => d.Typed("S04", "F17", -1), ["R-F-12 S04工伤基础资料 F17"]),
        ["number kept as text"] = (d => d.Typed("S01", "L9", "说明").Typed("S01", "H28", "１２３，401.00 "), ["R-F-13 S01企保收支表 H28"]),
        ["hidden row"] = (d => d.WithRows("S01", r => r with { Hidden = r.Row == 9 }), ["R-F-14 S01企保收支表 A9"]),
        ["hidden column"] = (d => d.With("S01", s => s with { Columns = [.. s.Columns.Select(c => c with { Hidden = c.First == 8 })] }),
            ["R-F-14 S01企保收支表 H4"]),
        ["hidden sheet"] = (d => d.With("S02", s => s with { State = SheetState.Hidden }), ["R-F-14 S02工伤收支表"]),
        ["too large"] = (d => d.Typed("S01", "H22", 10_000_000_000_000m), ["R-F-15 S01企保收支表 H22"]),
        ["blank"] = (d => d.Cleared("S01", "H9"), ["R-C-08 S01企保收支表 H9"]),
        ["blank of which"] = (d => d.Cleared("S01", "H10"), []),
        ["line without a required cell"] = (d => d.Cleared("S05", "C5"), ["R-F-08 S05往来明细 C5"]),
        ["word that is no choice"] = (d => d.Typed("S05", "B5", "养老"), ["R-F-08 S05往来明细 B5"]),
        ["words for a line's amount"] = (d => d.Typed("S05", "G5", "一百"), ["R-F-08 S05往来明细 G5"]),
        ["time for a line's date"] = (d => d.With("S05", "F5", c => CellDraft.OfNumber(6, 0.5m, c.Style)), ["R-F-08 S05往来明细 F5"]),
        ["formula beyond all bounds"] = (d => d.Showing("S04", "F12", 1e17m).Typed("S02", "H10", 9_000_000_000_000m).Typed("S04", "F11", 0.01m),
            ["R-F-15 S04工伤基础资料 F12"]),
    };

    public static TheoryData<string> Names => [.. Defects.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_defect_is_told_with_its_sheet_and_cell(string name)
    {
        var (spoil, expected) = Defects[name];

        var findings = Books.Read(spoil(Books.Filled())).Findings;

        // What else is said follows from the defect: sums shown from before it.
        var told = findings.Where(f => f.Rule != "R-F-09" || name.Contains("stale", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected, Books.Summary(told));
        Assert.All(told, f => Assert.DoesNotContain('{', f.Message));
    }

    [Fact]
    public void A_shifted_row_is_read_by_its_code_and_reported()
    {
        var draft = Books.Filled().WithRows("S02", r => r.Row >= 10 ? r with { Row = r.Row + 1 } : r);

        var reading = Books.Read(draft);

        var expected = SampleReturn.Of(SampleReturn.Prefecture).Items.Where(i => i.Form == "S02")
            .Select(i => i with { Row = i.Row < 10 ? i.Row : i.Row + 1 });
        Assert.Equal(expected.SelectMany(Values), reading.Return!.Items.Where(i => i.Form == "S02").SelectMany(Values));
        Assert.All(reading.Findings, f => Assert.Equal("R-F-06", f.Rule));
        Assert.Equal("B11", reading.Findings[0].Cell);

        static IEnumerable<string> Values(ItemRow row) => row.Values.Select(v => $"{row.Item} {row.Row} {v.Key} {v.Value}");
    }

    [Theory]
    [InlineData("1,234.50", 123450)]
    [InlineData("－12.3", -1230)]
    [InlineData(" 7 ", 700)]
    [InlineData("12,34", null)]
    [InlineData("1e3", null)]
    [InlineData("12元", null)]
    public void Numbers_kept_as_text_are_read_when_there_is_one_way_to_read_them(string text, int? expected)
    {
        var reading = Books.Read(Books.Filled().Typed("S01", "H28", text));

        var values = reading.Return!.Items.Single(i => i.Item == "EI.EXP.TRANSOUT").Values;
        Assert.Equal(expected, values.TryGetValue("CUR", out var read) ? (int)read : null);
        Assert.Contains(reading.Findings, f => f.Cell == "H28" && f.Rule == (expected is null ? "R-F-08" : "R-F-13"));
    }

    [Fact]
    public void A_sum_is_recomputed_whatever_Excel_last_showed()
    {
        var reading = Books.Read(Books.Filled().With("S01", "H7", c => CellDraft.OfFormula(8, "1+1", c.Style, 2)));

        Assert.Equal(
            SampleReturn.Of(SampleReturn.Prefecture).Items.Single(i => i.Item == "EI.INC.TOTAL").Values["CUR"],
            reading.Return!.Items.Single(i => i.Item == "EI.INC.TOTAL").Values["CUR"]);
        Assert.Contains(reading.Findings, f => f is { Rule: "R-F-09", Cell: "H7" });
    }

    [Fact]
    public void A_sum_of_a_blank_is_missing_not_smaller()
    {
        var items = Books.Read(Books.Filled().Cleared("S01", "H9")).Return!.Items;

        Assert.DoesNotContain("CUR", items.Single(i => i.Item == "EI.INC.TOTAL").Values.Keys);
    }

    [Theory]
    [InlineData("HNSB_2023_430100_v1.xlsx", false)]
    [InlineData("长沙.xlsx", false)]
    [InlineData("HNSB_2023_430100_v2.xlsx", true)]
    [InlineData("hnsb_2023_430200_v1.XLSX", true)]
    public void A_standard_file_name_must_say_what_the_cover_says(string name, bool told) =>
        Assert.Equal(told, Books.Read(Books.Filled(), fileName: name).Findings.Any(f => f is { Rule: "R-F-16", Severity: not Severity.Error }));

    [Fact]
    public void A_file_that_is_no_workbook_is_told_and_gives_no_return()
    {
        var bytes = Books.Bytes(Books.Filled());

        foreach (var damaged in new[] { bytes[..(bytes.Length / 2)], "单位,金额\n长沙,1"u8.ToArray(), [] })
        {
            var reading = ReturnReader.Read(new MemoryStream(damaged), Books.Catalogue, SampleReturn.Prefecture, "upload.xlsx");

            Assert.Null(reading.Return);
            Assert.Equal("R-F-01", Assert.Single(reading.Findings).Rule);
        }
    }

    [Fact]
    public void Macros_are_told_and_the_file_is_not_read()
    {
        var file = new XlsxBuilder().Part("xl/vbaProject.bin", [1]).Stream();

        var reading = ReturnReader.Read(file, Books.Catalogue, SampleReturn.Prefecture, "upload.xlsx");

        Assert.Null(reading.Return);
        Assert.Equal("R-F-02", Assert.Single(reading.Findings).Rule);
    }

    [Fact]
    public void A_text_for_a_number_is_quoted_as_it_is_and_never_buries_what_to_do()
    {
        string Told(string text) => Books.Read(Books.Filled().Typed("S01", "H9", text)).Findings.Single(f => f.Rule == "R-F-08").Message;

        Assert.Contains("“{应为}”不是数字", Told("{应为}"), StringComparison.Ordinal);
        Assert.InRange(Told(new string('长', 30_000)).Length, 500, 700);
        Assert.EndsWith("请改正后重新上传。", Told(new string('长', 30_000)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_prefecture_that_sends_the_provincial_workbook_is_told_so()
    {
        var findings = Books.Read(Books.Filled(SampleReturn.Provincial)).Findings;

        Assert.Equal(["R-C-01"], findings.Select(f => f.Rule));
    }
}
