using Pipeline.Returns;
using Pipeline.Tests.Returns;

namespace Pipeline.Tests.Rules.Judgements;

public sealed class ScaleTests
{
    [Theory]
    [InlineData("R-U-01")]
    [InlineData("R-U-02")]
    [InlineData("R-U-03")]
    [InlineData("R-U-08")]
    [InlineData("R-R-14")]
    [InlineData("R-R-16")]
    public void An_ordinary_return_is_not_suspected(string rule) => Assert.Empty(Judged.By(rule, Judged.Sample()));

    [Theory]
    [InlineData(10_000)]
    public void A_sheet_in_wan_is_told_once_and_its_items_are_not(long factor)
    {
        var scaled = Judged.Sample().Each(i => i.Form == "S01", (_, c, v) => c == "CUR" ? v / factor : v);

        Assert.Equal("S01企保收支表", Assert.Single(Judged.By("R-U-01", scaled)).Sheet);
        Assert.Empty(Judged.By("R-U-02", scaled));
    }

    [Fact]
    public void One_item_in_wan_is_told_with_what_it_should_be()
    {
        var sample = Judged.Sample();
        var was = sample.Items.Single(i => i.Item == "EI.EXP.PENSION").Values["CUR"];

        Assert.Equal("35,786,200.00", Assert.Single(Judged.By("R-U-02", sample.Put("EI.EXP.PENSION", "CUR", was / 10_000))).Expected);
    }

    [Fact]
    public void A_digit_too_many_is_asked_about()
    {
        var sample = Judged.Sample();
        var row = sample.Items.Single(i => i.Item == "EI.EXP.PENSION");

        Assert.Equal("H22", Assert.Single(Judged.By("R-U-03", sample.Put(row.Item, "CUR", row.Values["PY"] * 10))).Cell);
        Assert.Empty(Judged.By("R-U-03", sample.Put(row.Item, "CUR", row.Values["PY"] * 8)));
    }

    [Fact]
    public void A_sum_off_by_a_swap_is_told_beside_its_own_finding()
    {
        var sample = Judged.Sample();
        var sum = sample.Items.Single(i => i.Item == "EI.INC.SUB").Values["CUR"];

        Assert.Contains(Judged.By("R-U-08", sample.Put("EI.INC.SUB", "CUR", sum + 2_700)), f => f.Cell == "H8");
        Assert.Empty(Judged.By("R-U-08", sample.Put("EI.INC.SUB", "CUR", sum + 2_800)));
    }

    [Fact]
    public void Five_values_of_last_year_look_copied() =>
        Assert.Single(Judged.By("R-R-16", Judged.Sample().Each(
            i => i.Form == "S02", (row, c, v) => c == "CUR" ? row.Values["PY"] : v)), f => f.Values["来源"] == "上年数");

    [Theory]
    [InlineData("#,##0,,", true)]
    [InlineData("0!.0000", true)]
    [InlineData("0\\.0000", true)]
    [InlineData("0.00,", true)]
    [InlineData("#,##0.00", false)]
    [InlineData("0.00%", false)]
    [InlineData("#,##0;[Red]-#,##0", false)]
    public void A_format_that_divides_hides_the_scale(string format, bool hides) => Assert.Equal(hides, DisplayCheck.IsScaled(format));

    [Theory]
    [InlineData("≥100", "50", "50", 0)]
    [InlineData("≥100", "50", "60", 1)]
    [InlineData("≤3万元", "6万元", "50", 0)]
    [InlineData("≤3万元", "6万元", "51", 1)]
    [InlineData("定性：效果明显", "明显", "51", 0)]
    public void A_measured_indicator_scores_its_share(string target, string actual, string score, int findings) => Assert.Equal(findings, Judged.By(
        "R-A-28", Judged.Sample(SampleReturn.Provincial).Say("S09", ("TARGET", target), ("ACTUAL", actual), ("SCORE", score))).Count);
}
