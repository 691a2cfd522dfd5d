using Pipeline.Rules;
using Pipeline.Tests.Returns;

namespace Pipeline.Tests.Rules;

public sealed class RuleLibraryTests
{
    // Rule | cell spoilt | amount put there, or added to it when signed | cell the finding names, when another.
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
        R-A-19 | S03 E8  | 81001
        R-A-20 | S03 F18 | 40201
        R-A-21 | S03 F24 | 10001 | F22
        R-A-22 | S04 F7  | 70001
        R-A-22 | S04 F8  | 70001
        R-A-22 | S04 F9  | 5001
        R-A-23 | S04 F14 | 6001 | F13
        R-A-23 | S04 F19 | 3001
        R-A-23 | S04 F20 | 2001
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
        R-S-05 | S01 H15 | -0.01
        R-S-05 | S01 E19 | 1
        R-S-05 | S02 H25 | 1
        """;

    private static readonly string[][] Rows = [.. Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries))];

    public static TheoryData<string, string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string, string>();
            foreach (var row in Rows) cases.Add(row[0], row[1], row[2], row.ElementAtOrDefault(3) ?? row[1][4..]);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_smallest_breach_of_a_rule_is_told_at_its_cell(string rule, string cell, string amount, string told)
    {
        var (form, address) = (cell[..3], cell[4..]);
        var unit = form is "S08" or "S09" ? SampleReturn.Provincial : SampleReturn.Prefecture;
        var draft = Books.Filled(unit);
        var number = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        if (amount[0] is '+' or '-') number += draft.Cell(form, address).Number!.Value;

        var findings = new RuleLibrary(Books.Catalogue).Check(Books.Read(draft.Typed(form, address, number), unit).Return!, Circumstances.None);

        Assert.Contains($"{rule} {Books.Catalogue.Form(form).Sheet} {told}", Books.Summary(findings));
        Assert.All(findings, finding => Assert.DoesNotContain('{', finding.Message));
    }

    [Fact]
    public void Every_rule_written_as_an_expression_has_its_breach() =>
        Assert.Equal(
            Books.Catalogue.Rules.Where(r => r.Conditions.Count > 0).Select(r => r.Id).Order(StringComparer.Ordinal),
            Rows.Select(r => r[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_finding_names_both_sides_and_the_difference()
    {
        var reading = Books.Read(Books.Filled().Typed("S01", "H8", 1));

        var finding = Assert.Single(new RuleLibrary(Books.Catalogue).Check(reading.Return!, Circumstances.None));

        Assert.Equal("EI.INC.SUB", finding.Item);
        Assert.Equal(["1.00", "43,560,553.00", "43,560,552.00"], ((string[])["左", "右", "差"]).Select(side => finding.Values[side]));
        Assert.StartsWith("【R-A-01】S01企保收支表 H8（（一）收入小计）：", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_over_a_blank_is_not_asked() =>
        Assert.Empty(new RuleLibrary(Books.Catalogue).Check(Books.Read(Books.Filled().Cleared("S01", "H9").Cleared("S01", "H10")).Return!, Circumstances.None));

    [Fact]
    public void A_form_of_zeros_is_told_as_a_whole()
    {
        var sample = SampleReturn.Of(SampleReturn.Prefecture);
        var zeros = sample with
        {
            Items = [.. sample.Items.Select(i => i.Form == "S04" ? i with { Values = i.Values.ToDictionary(v => v.Key, _ => 0L) } : i)],
        };

        Assert.Equal(["R-C-10 S04工伤基础资料"], Books.Summary(new RuleLibrary(Books.Catalogue).Check(zeros, Circumstances.None)));
    }

    [Fact]
    public void Scores_no_decimal_can_add_up_do_not_stop_the_reading()
    {
        var draft = Books.Filled(SampleReturn.Provincial);
        foreach (var row in new[] { 5, 6 }) draft = draft.Typed("S09", $"A{row}", "2").Typed("S09", $"G{row}", 7e28m);

        var reading = Books.Read(draft, SampleReturn.Provincial);

        Assert.Contains("R-F-15 S09绩效指标 G5", Books.Summary(reading.Findings));
        Assert.Empty(new RuleLibrary(Books.Catalogue).Check(reading.Return!, Circumstances.None));
    }
}
