using Pipeline.Returns;
using Pipeline.Returns.Scoring;

namespace Pipeline.Tests.Returns.Scoring;

public sealed class IndicatorTests
{
    private static readonly ScoreProfile Profile = new();

    [Theory]
    [InlineData("≥50个", "50个", 10, 10)]
    [InlineData("≥50个", "65个", 10, 10)]
    [InlineData("≥50个", "40个", 8, 8)]
    [InlineData("≥1680万人", "1733.58万人", 10, 10)]
    [InlineData("≥3个", "1个", 3.33, 3.33)]
    [InlineData("≥50个", "0个", 0, 0)]
    [InlineData("≤90万元", "90万元", 10, 10)]
    [InlineData("≤90万元", "30万元", 10, 10)]
    [InlineData("≤90万元", "0万元", 10, 10)]
    [InlineData("≤90万元", "120万元", 7.5, 7.5)]
    [InlineData("=100%", "100%", 10, 10)]
    [InlineData("=100%", "96.87%", 9.69, 9.69)]
    [InlineData("≥50个", "100个", 6.5, 10)]
    public void A_measured_indicator_earns_its_share_and_never_more_than_its_weight(string target, string actual, double least, double most) =>
        Assert.Equal(new ScoreRange((decimal)least, (decimal)most), Of(target, actual).Allowed(Profile));

    [Theory]
    [InlineData("优", 8, 10)]
    [InlineData("达成年度指标", 8, 10)]
    [InlineData("部分达成", 6, 8)]
    [InlineData("中", 6, 8)]
    [InlineData("未达成", 0, 6)]
    public void Words_earn_what_their_band_allows(string band, double least, double most) =>
        Assert.Equal(new ScoreRange((decimal)least, (decimal)most), Of("定性：效果明显", "明显", "定性", band).Allowed(Profile));

    [Theory]
    [InlineData("≥50个", "40家")]
    [InlineData("=100%", "101%")]
    [InlineData("≥50个", "很多")]
    [InlineData("≥50个", "—")]
    [InlineData("≥50个", "")]
    public void What_cannot_be_compared_is_left_to_the_reviewer(string target, string actual) => Assert.Null(Of(target, actual).Allowed(Profile));

    [Theory]
    [InlineData("—", true)]
    [InlineData("*", true)]
    [InlineData("/", true)]
    [InlineData("", true)]
    [InlineData("0个", false)]
    public void An_indicator_with_nothing_to_show_is_dropped(string actual, bool dropped) => Assert.Equal(dropped, Of("≥50个", actual).Dropped);

    [Theory]
    [InlineData("≥50个", "65个", "10", false)]
    [InlineData("≥50个", "66个", "10", true)]
    [InlineData("≥50个", "49个", "9.8", true)]
    [InlineData("≤50个", "10个", "10", false)]
    [InlineData("≥50个", "—", "0", false)]
    public void Missing_points_and_targets_passed_by_far_need_a_reason(string target, string actual, string score, bool needs) =>
        Assert.Equal(needs, Of(target, actual, score: score).NeedsReason(Profile));

    [Theory]
    [InlineData(100, 96.87, 9.69)]
    [InlineData(100, 172, 10)]
    [InlineData(0, 5, 0)]
    [InlineData(100, 0, 0)]
    public void Execution_scores_its_rate_up_to_one(double budget, double actual, double score) =>
        Assert.Equal((decimal)score, new Execution((decimal)budget, (decimal)actual).Score(10));

    [Fact]
    public void Without_budget_and_spending_there_is_nothing_to_score()
    {
        Assert.Null(new Execution(0, 0).Score(10));
        Assert.True(new Execution(0, 5).NeedsReason(Profile));
        Assert.True(new Execution(100, 111).NeedsReason(Profile));
        Assert.False(new Execution(100, 90).NeedsReason(Profile));
    }

    [Theory]
    [InlineData(90, 81, 90, "优")]
    [InlineData(100, 89.99, 89.99, "良")]
    [InlineData(100, 60, 60, "中")]
    [InlineData(90, 53.99, 59.99, "差")]
    public void What_was_dropped_counts_as_if_it_had_never_been_there(double weight, double earned, double total, string grade)
    {
        var board = Scoreboard.Of([((decimal)weight, (decimal)earned)]);

        Assert.Equal(((decimal)total, grade), (board.Total, board.Grade));
    }

    private static Indicator Of(string target, string actual, string kind = "定量", string band = "", string score = "10") =>
        Indicator.Of(new RegisterLine("S09", "S09绩效指标", 5, new Dictionary<string, string>
        {
            ["TARGET"] = target, ["ACTUAL"] = actual, ["KIND"] = kind, ["BAND"] = band, ["WEIGHT"] = "10", ["SCORE"] = score,
        }));
}
