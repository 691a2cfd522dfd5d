using Pipeline.Figures;
using Pipeline.Reports;
using Pipeline.Returns;

namespace Pipeline.Tests.Reports;

/// <summary>Annexes over lines that a clerk may well write.</summary>
public sealed class AnnexLineTests
{
    [Fact]
    public void A_score_of_three_decimals_is_rounded_and_the_total_adds_up()
    {
        var subject = With(Execution(10, "9.69"), Quality(5, "8.666", 10), Quality(6, "8.666", 10), Quality(7, "62.66", 70));
        var figures = subject.Figures;

        Assert.Equal("8.67", figures.Figures["A2.IND01.SCORE"].Text);
        Assert.Equal("89.69", figures.Figures["A2.TOTAL.SCORE"].Text);
        Assert.Empty(figures.Unmet);
    }

    [Fact]
    public void The_grade_is_that_of_the_total_as_printed()
    {
        var subject = With(Execution(10, "9.69"), Quality(5, "80.306", 90));

        Assert.Equal("90", subject.Figures.Figures["A2.TOTAL.SCORE"].Text);
        Assert.Contains("等级：优", Report2023.Text(subject), StringComparison.Ordinal);
    }

    [Fact]
    public void An_annex_of_one_line_prints() =>
        Assert.Equal("96.87", With(Execution(100, "96.87")).Figures.Figures["A2.TOTAL.SCORE"].Text);

    [Fact]
    public void Without_a_line_for_the_execution_the_points_are_still_a_proved_sum() =>
        Assert.Contains(With(Quality(5, "40", 50), Quality(6, "40", 50)).Figures.Identities, i => i.Total == "A2.TOTAL.SCORE");

    [Fact]
    public void Where_nothing_is_scored_there_is_no_total()
    {
        var figures = Report2023.Subject().Figures.Figures;

        Assert.Equal((FigurePrinter.Missing, FigurePrinter.Missing), (figures["A2.TOTAL.WEIGHT"].Text, figures["A2.TOTAL.SCORE"].Text));
    }

    [Theory]
    [InlineData("见{{S99.1}}")]
    [InlineData("{{A2.XX}}与{narrative:附件1|无}")]
    public void Braces_of_a_clerk_are_words(string reason) =>
        Assert.Contains("等级：优", Report2023.Text(With(Execution(10, "9.69"), Quality(5, "90", 90, reason: reason))), StringComparison.Ordinal);

    [Theory]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("95.10%")]
    [InlineData("007")]
    public void What_was_done_stands_in_the_workbook_as_in_the_document(string actual)
    {
        var subject = With(Execution(10, "9.69"), Quality(5, "90", 90, actual));

        Assert.Contains(new RecalculatedWorkbook(AnnexWorkbook.Write(subject)).Lines("附件2"), l => l.Split('\t').Contains(actual));
    }

    [Fact]
    public void The_points_are_live_sums_in_the_workbook()
    {
        var workbook = new RecalculatedWorkbook(AnnexWorkbook.Write(SampleReport.Subject));

        Assert.Contains(workbook.Formulas, f => f.Sheet == "附件2" && workbook.Stored[(f.Sheet, f.Cell)] is 99.69m);
        Assert.Contains(workbook.Formulas, f => f.Sheet == "附件2" && workbook.Stored[(f.Sheet, f.Cell)] is 100m);
    }

    [Theory]
    [InlineData("≤0起", "3起", "10", false)]
    [InlineData("≤0起", "3起", "0", true)]
    [InlineData("≤0起", "0起", "10", true)]
    [InlineData("≤0起", "0起", "2", false)]
    public void None_allowed_is_met_by_none_alone(string target, string actual, string score, bool agreed)
    {
        var line = Line(5, "产出", target, actual, 10, "定量", score, "原因");

        Assert.Equal(agreed, !With(Execution(10, "9.69"), line, Quality(6, "80", 80)).Figures.Unmet.Any());
    }

    [Fact]
    public void A_score_the_rules_do_not_give_makes_a_draft_that_says_so()
    {
        var subject = With(Execution(10, "5"), Quality(5, "90", 90));

        Assert.True(subject.Draft);
        Assert.Contains("附件2“指标4”得分5与评分规则不符，应为9.69", Report2023.Text(subject), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("省级统筹上解", 0)]
    public void An_execution_far_from_the_budget_needs_its_reason(string reason, int contradictions)
    {
        var line = Execution(100, "10");
        line = line with { Values = new Dictionary<string, string>(line.Values) { ["ANNEX"] = "5", ["ACTUAL"] = "100%", ["SCORE"] = "100", ["REASON"] = reason } };

        Assert.Equal(contradictions, With(line).Figures.Unmet.Count(u => u.Contains("附件5预算执行率172.04%", StringComparison.Ordinal)));
    }

    private static RegisterLine Execution(int weight, string score) => Line(4, "预算执行", "100%", "96.87%", weight, "定量", score, "结余");

    private static RegisterLine Quality(int row, string score, int weight, string actual = "好", string reason = "无") =>
        Line(row, "产出", "定性：好", actual, weight, "定性", score, reason);

    private static RegisterLine Line(int row, string level, string target, string actual, int weight, string kind, string score, string reason) => new(
        "S09", "S09绩效指标", row, new Dictionary<string, string>
        {
            ["ANNEX"] = "2", ["LEVEL1"] = level, ["LEVEL2"] = "质量", ["LEVEL3"] = $"指标{row}", ["TARGET"] = target, ["ACTUAL"] = actual,
            ["WEIGHT"] = weight.ToString(System.Globalization.CultureInfo.InvariantCulture), ["KIND"] = kind, ["SCORE"] = score, ["REASON"] = reason,
        });

    private static ReportSubject With(params RegisterLine[] lines)
    {
        var subject = Report2023.Subject();
        var snapshot = subject.Year.Snapshot;
        return ReportSubject.Of(subject.Catalogue, snapshot with
        {
            Units = [.. snapshot.Units.Select(u => u.Unit == "430099" ? u with { Return = u.Return with { Lines = lines } } : u)],
        });
    }
}
