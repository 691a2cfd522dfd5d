using Pipeline.Returns;
using Pipeline.Rules;
using Pipeline.Tests.Returns;
using Pipeline.Tests.Rules.Judgements;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Rules;

public sealed class RuleLibraryTests
{
    // Rule | cell spoilt | amount put there, or added to it when signed, or text; = puts a signed one | cell the finding names, when another | unit, when not told by the form.
    private const string Table = """
        R-A-01 | S01 H8  | +0.01
        R-A-01 | S01 D8  | -0.01
        R-A-02 | S01 H7  | +0.01
        R-A-03 | S01 H21 | +0.01
        R-A-04 | S01 H20 | +0.01
        R-A-05 | S01 H31 | -0.01
        R-A-05 | S02 H27 | -0.01
        R-A-06 | S01 H32 | +0.01
        R-A-06 | S02 H28 | +0.01
        R-A-07 | S02 H9  | +0.01
        R-A-08 | S02 H8  | +0.01
        R-A-09 | S02 H17 | +0.01
        R-A-10 | S02 H16 | +0.01
        R-A-11 | S01 H14 | +0.01 | H12
        R-A-11 | S01 E13 | -0.01 | E12
        R-A-12 | S01 H10 | 37020300.01
        R-A-13 | S01 H23 | 35786289.99 | H22
        R-A-14 | S02 H20 | +0.01 | H18
        R-A-15 | S02 H7  | 11106090.01
        R-A-15 | S02 H29 | 99999999
        R-A-16 | S01 G10 | +0.01
        R-A-16 | S02 G7  | +0.01
        R-A-17 | S03 F6  | +1
        R-A-18 | S03 F9  | +1
        R-A-19 | S03 F13 | 90001
        R-A-19 | S03 E8  | 85501
        R-A-20 | S03 F18 | 1701
        R-A-21 | S03 F24 | 10001 | F22
        R-A-22 | S04 F7  | 70001
        R-A-22 | S04 F8  | 70001
        R-A-22 | S04 F9  | 5001
        R-A-23 | S04 F14 | 601 | F13
        R-A-23 | S04 F19 | 301
        R-A-23 | S04 F20 | 201
        R-A-24 | S08 G15 | +0.01
        R-A-24 | S08 G24 | +0.01
        R-A-25 | S08 G11 | +0.01
        R-A-25 | S08 G20 | +0.01
        R-A-26 | S08 E29 | +0.01
        R-A-26 | S08 G32 | +0.01
        R-A-27 | S08 G7  | +1
        R-A-28 | S09 G5  | 99.9 | G4
        R-A-28 | S09 J5  | -100
        R-A-28 | S09 J5  | 100.1
        R-C-09 | S02 H10 | 0
        R-B-01 | S05 G5  | +0.01 | S01 H30
        R-B-01 | S02 H14 | 0
        R-B-02 | S01 F9  | +0.01
        R-B-02 | S06 E5  | -0.01 | S01 F9
        R-B-03 | S03 F14 | 264430715
        R-B-03 | S03 F14 | 142385769
        R-B-03 | S04 F11 | 7404060001
        R-B-03 | S04 F11 | 370202999
        R-B-04 | S01 H22 | 29834999.99
        R-B-04 | S01 H22 | 119340000.01
        R-B-05 | S03 F19 | 71999.99
        R-B-05 | S03 F19 | 240000.01
        R-B-06 | S02 H18 | 3999999.99
        R-B-06 | S02 H18 | 96000000.01
        R-B-07 | S01 H22 | 0
        R-B-07 | S03 F9  | 0
        R-B-07 | S02 H18 | 0
        R-B-07 | S04 F13 | 0
        R-B-08 | S03 F19 | 0
        R-B-08 | S03 F18 | 0
        R-B-09 | S03 F16 | +1 | F9
        R-B-10 | S03 F25 | 91701 | F6
        R-B-10 | S04 F23 | 70001 | F6
        R-B-11 | S08 F29 | 493603.99 | G29
        R-B-12 | S08 G15 | 444243.59
        R-B-12 | S08 G24 | +0.01
        R-B-13 | S08 E56 | +0.01 | G21
        R-B-13 | S08 F56 | +0.01 | G20
        R-B-13 | S08 G56 | -0.01 | G24
        R-B-15 | S03 F20 | 37699005.51
        R-B-15 | S03 F20 | 34120376.49
        R-B-16 | S03 F21 | 35909691.01
        R-B-17 | S04 F9  | 249
        R-B-17 | S04 F9  | 5001
        R-S-01 | S01 H11 | =-0.01
        R-S-01 | S02 E22 | =-0.01
        R-S-01 | S03 F15 | =-0.01
        R-S-01 | S08 G12 | =-0.01
        R-S-02 | S01 H9  | =-0.01
        R-S-02 | S02 F11 | =-0.01
        R-S-03 | S01 D6  | =-0.01
        R-S-03 | S02 H28 | =-0.01
        R-S-04 | S01 H31 | =-0.01
        R-S-05 | S01 H15 | =-0.01
        R-T-06 | S01 E19 | 1
        R-T-06 | S02 H25 | 1
        R-T-07 | S05 D5  | "430100" | S05 D5 | 430099
        R-T-08 | S05 D5  | "430200"
        R-T-12 | S01 H30 | 1230924.98
        R-T-12 | S01 H30 | 410308.32
        R-R-01 | S01 H9  | 42203142.01
        R-R-01 | S01 H9  | 28135427.99
        R-R-02 | S03 F13 | 83601
        R-R-02 | S03 F13 | 68399
        R-R-03 | S01 H9  | 39500660.11
        R-R-03 | S01 H9  | 32318721.89
        R-R-04 | S01 H9  | 71819382.01
        R-R-04 | S01 H9  | 17954845.49
        R-R-05 | S01 E11 | 0 | H11
        R-R-06 | S01 H16 | 2286165.90
        R-R-06 | S01 H27 | 735369.23
        R-R-09 | S02 H6  | 3023324.49 | H28
        R-R-09 | S01 H6  | 2498870.24 | S01 H32 | 430099
        R-R-10 | S02 H23 | 211015.72
        R-R-11 | S03 F16 | 171
        R-R-12 | S03 F22 | 41053
        R-R-13 | S04 F22 | 1306598.82
        R-R-13 | S04 F22 | 3173168.58
        R-U-04 | S01 H9  | 4584999.99
        R-U-04 | S01 H9  | 4585000000.01
        R-U-05 | S04 F6  | 9999
        """;

    private static readonly string[][] Rows = [.. Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries))];

    public static TheoryData<string, string, string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string, string, string>();
            foreach (var row in Rows) cases.Add(row[0], row[1], row[2], row.ElementAtOrDefault(3) ?? row[1], row.ElementAtOrDefault(4) ?? (row[1][..3] is "S08" or "S09" ? SampleReturn.Provincial : SampleReturn.Prefecture));
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_smallest_breach_of_a_rule_is_told_at_its_cell(string rule, string cell, string amount, string told, string unit)
    {
        var place = told.Contains(' ') ? (Form: told[..3], Cell: told[4..].Trim()) : (Form: cell[..3], Cell: told);
        var expected = $"{rule} {Books.Catalogue.Form(place.Form).Sheet} {place.Cell}";
        var draft = Books.Filled(unit);

        var before = Found(draft, unit);
        var findings = Found(Spoil(draft, cell[..3], cell[4..].Trim(), amount), unit);

        Assert.DoesNotContain(expected, Books.Summary(before));
        Assert.Contains(expected, Books.Summary(findings));
        Assert.All(findings, finding => Assert.DoesNotContain('{', finding.Message));
    }

    [Fact]
    public void The_sample_return_breaks_no_rule_but_the_one_that_asks_for_the_year_before()
    {
        foreach (var unit in (string[])[SampleReturn.Prefecture, SampleReturn.Provincial])
            Assert.Equal(["R-Y-05 S00封面 B5"], Books.Summary(Found(Books.Filled(unit), unit)));
    }

    private static IReadOnlyList<Finding> Found(WorkbookDraft draft, string unit) =>
        new RuleLibrary(Books.Catalogue).Check(Books.Read(draft, unit).Return!, Circumstances.None);

    private static WorkbookDraft Spoil(WorkbookDraft draft, string form, string address, string amount)
    {
        if (amount[0] == '"') return draft.Typed(form, address, amount.Trim('"'));
        var number = decimal.Parse(amount.TrimStart('='), System.Globalization.CultureInfo.InvariantCulture);
        if (amount[0] is '+' or '-' && draft.Cell(form, address).Number is { } there) number += there;
        return draft.Typed(form, address, number);
    }

    [Fact]
    public void Every_rule_written_as_an_expression_has_its_breach() =>
        Assert.Equal(
            Books.Catalogue.Rules.Where(r => r.Conditions.Count > 0 && r.Family != 'Y' && !r.Scopes.Contains('X')).Select(r => r.Id).Order(StringComparer.Ordinal),
            Rows.Select(r => r[0]).Append("R-S-06").Distinct().Order(StringComparer.Ordinal));

    // A negative count is refused as it is read and never reaches the rule from a workbook.
    [Fact]
    public void A_count_that_is_negative_however_it_came_there_is_an_error()
    {
        var sample = SampleReturn.Of(SampleReturn.Prefecture);
        var spoilt = sample with
        {
            Items = [.. sample.Items.Select(i => i.Item == "WI.BASE.INJURY" ? i with { Values = new Dictionary<string, long>(i.Values) { ["CUR"] = -1 } } : i)],
        };

        var findings = new RuleLibrary(Books.Catalogue).Check(spoilt, Circumstances.None);

        Assert.Equal("F17", Assert.Single(findings, f => f.Rule == "R-S-06").Cell);
        Assert.DoesNotContain(new RuleLibrary(Books.Catalogue).Check(sample, Circumstances.None), f => f.Rule == "R-S-06");
    }

    [Fact]
    public void A_finding_names_both_sides_and_the_difference()
    {
        var reading = Books.Read(Books.Filled().Typed("S01", "H8", 1));

        var finding = new RuleLibrary(Books.Catalogue).Check(reading.Return!, Circumstances.None).Single(f => f.Rule == "R-A-01");

        Assert.Equal("EI.INC.SUB", finding.Item);
        Assert.Equal(["1.00", "43,560,553.00", "43,560,552.00"], ((string[])["左", "右", "差"]).Select(side => finding.Values[side]));
        Assert.StartsWith("【R-A-01】S01企保收支表 H8（（一）收入小计）：", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("R-S-01", "EI.EXP.FUNERAL", "≥ 0.00")]
    [InlineData("R-A-12", "EI.INC.PREM.FLEX", "≤ 37,020,300.00")]
    [InlineData("R-A-01", "EI.INC.SUB", "43,560,553.00")]
    public void A_bound_is_not_shown_as_the_amount_to_report(string rule, string item, string expected)
    {
        var spoilt = SampleReturn.Of(SampleReturn.Prefecture).Put(item, "CUR", item == "EI.EXP.FUNERAL" ? -100 : 900_000_000_000);

        Assert.Equal(expected, Judged.By(rule, spoilt).Single(f => f.Item == item).Expected);
    }

    [Theory]
    [InlineData("R-S-03", "EI.BAL.CLOSE")]
    [InlineData("R-S-04", "WI.BAL.YEAR")]
    public void A_computed_balance_below_zero_is_not_called_a_wrong_sign(string rule, string item)
    {
        var spent = SampleReturn.Of(SampleReturn.Prefecture).Put(item, "CUR", -100);

        Assert.Null(Judged.By(rule, spent).Single(f => f.Item == item).Cause);
    }

    [Theory]
    [InlineData("S05", "G5", "R-B-01", "S05")]
    [InlineData("S06", "E5", "R-B-02", "S06")]
    public void A_sum_of_lines_that_differs_sends_the_clerk_to_the_lines_too(string form, string cell, string rule, string remedy)
    {
        var found = ReturnCheck.Check(
            new MemoryStream(Books.Bytes(Books.Filled().Typed(form, cell, 12.34m))), Books.Catalogue, SampleReturn.Prefecture, "upload.xlsx", Circumstances.None);

        Assert.Contains(remedy, found.Findings.First(f => f.Rule == rule).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_what_its_sum_lacks()
    {
        var reading = Books.Read(Books.Filled().Typed("S05", "G5", "一百元"));

        var found = new RuleLibrary(Books.Catalogue).Check(reading.Return!, Circumstances.None, reading.Findings).Single(f => f.Rule == "R-B-01");

        Assert.Contains("G5 未能读取", found.Cause!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_below_zero_counts_among_the_projects()
    {
        var sample = SampleReturn.Of(SampleReturn.Provincial);
        var project = sample.Lines.First(l => l.Form == "S08");
        var taken = project with { Row = project.Row + 1, Values = new Dictionary<string, string>(project.Values) { ["CUR"] = "-1.00" } };

        Assert.Contains(Judged.By("R-B-13", sample with { Lines = [.. sample.Lines, taken] }), f => f.Item == "PV.PROJ.CUR");
    }

    [Fact]
    public void A_rule_over_a_blank_is_not_asked() =>
        Assert.Equal(["R-Y-05"], Found(Books.Filled().Cleared("S01", "H9").Cleared("S01", "H10"), SampleReturn.Prefecture).Select(f => f.Rule));

    [Fact]
    public void A_form_of_zeros_is_told_as_a_whole()
    {
        var sample = SampleReturn.Of(SampleReturn.Prefecture);
        var zeros = sample with
        {
            Items = [.. sample.Items.Select(i => i.Form == "S04" ? i with { Values = i.Values.ToDictionary(v => v.Key, _ => 0L) } : i)],
        };

        Assert.Single(new RuleLibrary(Books.Catalogue).Check(zeros, Circumstances.None), f => f.Rule == "R-C-10" && f.Sheet == "S04工伤基础资料" && f.Cell.Length == 0);
    }

    [Fact]
    public void Scores_no_decimal_can_add_up_do_not_stop_the_reading()
    {
        var draft = Books.Filled(SampleReturn.Provincial);
        foreach (var row in new[] { 5, 6 }) draft = draft.Typed("S09", $"A{row}", "2").Typed("S09", $"G{row}", 7e28m);

        var reading = Books.Read(draft, SampleReturn.Provincial);

        Assert.Contains("R-F-15 S09绩效指标 G5", Books.Summary(reading.Findings));
        Assert.DoesNotContain(new RuleLibrary(Books.Catalogue).Check(reading.Return!, Circumstances.None), f => f.Rule == "R-A-28" && f.Cell == "G5");
    }
}
