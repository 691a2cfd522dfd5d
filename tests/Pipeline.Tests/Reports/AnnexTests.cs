using Pipeline.Catalogue;
using Pipeline.Figures;

namespace Pipeline.Tests.Reports;

/// <summary>The annexes of the sample year: what they print and where it comes from.</summary>
public sealed class AnnexTests
{
    private static readonly FigureSet Figures = SampleReport.Subject.Figures;
    private static readonly Lazy<string[]> Lines = new(() => Report2023.Lines(SampleReport.Subject));

    [Theory]
    [InlineData(1, "63", "63\t57\t90.48%")]
    [InlineData(1, "三公经费", "0.53\t3\t1.05")]
    [InlineData(1, "　2、出国经费", "0\t0\t0")]
    [InlineData(1, "　3、公务接待", "0.53\t3\t1.05")]
    [InlineData(1, "项目支出：", "364.83\t314.35")]
    [InlineData(1, "公用经费", "119.42")]
    [InlineData(2, "年度资金总额", "1688.17\t1817\t1760.13\t10\t96.87%\t9.69")]
    [InlineData(2, "其中：一般公共预算", "1760.13\t其中：基本支出\t1445.78")]
    [InlineData(2, "总分", "100\t99.69\t等级：优")]
    [InlineData(3, "年度资金总额", "236\t364.83\t314.35\t10\t86.16%\t8.62")]
    [InlineData(3, "其中：当年财政拨款", "236\t345.1\t294.62")]
    [InlineData(4, "年度资金总额", "1506.68\t1506.68\t1525.1\t10\t101.22%\t10")]
    [InlineData(5, "年度资金总额", "84.9\t84.9\t146.06\t10\t172.04%\t10")]
    [InlineData(5, "总分", "100\t97.5\t等级：优")]
    public void An_annex_prints_the_golden_row(int annex, string row, string values) =>
        Assert.Contains(values, Rows(annex).First(line => line.Split('\t').Any(cell => cell == row)), StringComparison.Ordinal);

    [Fact]
    public void Spending_far_beyond_the_budget_prints_its_reason() =>
        Assert.Contains("上解", Rows(5).Single(line => line.Contains("执行率偏差原因", StringComparison.Ordinal)).Split('\t')[^1], StringComparison.Ordinal);

    [Fact]
    public void The_fund_annexes_say_what_is_left_without_transfers_between_levels() =>
        Assert.Contains(Rows(7), line => line.Contains("收入51.3亿元，为预算的107.41%；支出55.24亿元，为预算的104.13%", StringComparison.Ordinal));

    [Fact]
    public void Buildings_are_none_by_rule_when_all_is_zero() => Assert.Contains("\t无\t无\t无\t无\t无\t无", Rows(1).Single(l => l.Contains("无\t无", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_points_of_an_annex_are_a_hundred(int annex)
    {
        Assert.Equal("100", Figures.Figures[$"A{annex}.TOTAL.WEIGHT"].Text);
        var scores = Figures.Figures.Values.Where(f => f.Id.StartsWith($"A{annex}.", StringComparison.Ordinal) && f.Id.EndsWith(".SCORE", StringComparison.Ordinal) && !f.Id.Contains("TOTAL", StringComparison.Ordinal));
        Assert.Equal(Number(Figures.Figures[$"A{annex}.TOTAL.SCORE"]), scores.Sum(Number));
    }

    [Fact]
    public void Every_number_of_a_line_leads_to_its_cell()
    {
        var actual = Figures.Figures["A2.IND01.ACTUAL"];
        var budget = Figures.Figures["A3.PROJ01.B1"];

        Assert.Equal(("1733.58万人", "S09绩效指标", "F6"), (actual.Text, actual.Contributions.Single().Sheet, actual.Contributions.Single().Cell));
        Assert.Equal(("S08部门预算支出", "F56", budget.Raw), (budget.Contributions.Single().Sheet, budget.Contributions.Single().Cell, budget.Contributions.Single().Raw));
    }

    [Fact]
    public void Every_sum_of_the_annexes_adds_up_as_printed()
    {
        Assert.Empty(Figures.Unmet);
        Assert.Contains(Figures.Identities, i => i.Total == "A3.FUND.TOTAL.CUR" && i.Terms.Any(t => t.Figure == "A3.PROJ02.CUR"));
        Assert.All(Figures.Identities, identity =>
            Assert.Equal(Number(Figures.Figures[identity.Total]), identity.Terms.Sum(t => t.Sign * Number(Figures.Figures[t.Figure]))));
    }

    [Fact]
    public void No_cell_of_an_annex_is_left_as_a_placeholder() =>
        Assert.DoesNotContain(Enumerable.Range(1, 7).SelectMany(Rows), line => line.Contains('{') || line.Contains('}'));

    [Fact]
    public void Lines_that_say_the_same_share_their_cell()
    {
        var rows = Figures.Annexes.Single(a => a.Number == 2).Rows;
        var first = rows.Single(r => r.Cells[4].Figure == "A2.IND01.TARGET");
        var second = rows.Single(r => r.Cells[4].Figure == "A2.IND02.TARGET");

        Assert.Equal([AnnexJoin.Above, AnnexJoin.None], first.Cells.Take(2).Select(c => c.Join));
        Assert.Equal([AnnexJoin.Above, AnnexJoin.Above, AnnexJoin.Above, AnnexJoin.None], second.Cells.Take(4).Select(c => c.Join));
    }

    private static decimal Number(PrintedFigure figure) => decimal.Parse(figure.Text, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Rows(int annex) =>
        Lines.Value.SkipWhile(line => line != $"附件{annex}").Skip(1).TakeWhile(line => line != $"附件{annex + 1}");
}
