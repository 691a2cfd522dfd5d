using System.Net;

namespace EndToEnd.Tests.Access;

public sealed class YearOverHttpTests(OneKnownYear one) : IClassFixture<OneKnownYear>
{
    private Conversation Talk => one.Talk;

    [Fact]
    public async Task A_year_with_returns_that_are_not_approved_is_not_locked_and_says_which()
    {
        var answer = await Talk.PostAsync(People.Administrator, "lock", new { });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("株洲市", answer["detail"], StringComparison.Ordinal);
        Assert.Equal("False", (await Talk.GetAsync(People.Reviewer, "lock"))["locked"]);
    }

    [Theory]
    [InlineData("""{"reason":"更正","units":["430100"],"scope":"S01"}""", "没有封账")]
    [InlineData("""{"decision":"confirm"}""", "没有待确认的解锁申请")]
    [InlineData("""{"decision":"decline","reason":"不必"}""", "没有待确认的解锁申请")]
    public async Task Every_step_of_an_unlock_is_refused_while_nothing_is_locked(string body, string reason)
    {
        var answer = await Talk.SendAsync(People.Administrator, HttpMethod.Post, "unlock", body);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains(reason, answer["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_laid_down_is_read_again_with_the_name_of_who_laid_it_down()
    {
        var suspended = await Talk.PostAsync(People.Administrator, "suspensions", new { Rule = "R-Y-01", Reason = "口径调整", From = "2024-01-01", To = "2024-12-31" });
        var explained = await Talk.PostAsync(People.OtherAdministrator, "explanations", new { Rule = "R-Y-01", Text = "省级统筹自2023年12月起实行" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (suspended.Status, explained.Status));
        var terms = (await Talk.GetAsync(People.Reviewer, "terms")).Json;
        Assert.Equal("赵六", terms.GetProperty("suspensions")[0].GetProperty("by").GetString());
        Assert.Equal("钱七", terms.GetProperty("explanations")[0].GetProperty("by").GetString());
        Assert.Contains("停用审核公式", await HistoryAsync());
    }

    [Theory]
    [InlineData("EI.INC.PREM", 0.001, HttpStatusCode.BadRequest, "最多两位小数")]
    [InlineData("EI.INC.PREM", 10000000000000, HttpStatusCode.BadRequest, "数值过大")]
    [InlineData("NO.SUCH.ITEM", 1, HttpStatusCode.BadRequest, "没有项目")]
    [InlineData("EI.INC.PREM", 1.01, HttpStatusCode.Conflict, "尚未封账")]
    public async Task An_adjustment_is_taken_to_the_fen_or_not_at_all(string item, decimal amount, HttpStatusCode status, string reason)
    {
        var answer = await Talk.PostAsync(People.Administrator, "adjustments", new { Unit = "430100", Item = item, Column = "CUR", Amount = amount, Basis = "湘财社〔2024〕1号" });

        Assert.Equal(status, answer.Status);
        Assert.Contains(reason, answer["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_is_taken_for_the_unit_of_the_route()
    {
        var answer = await Talk.PostAsync(People.Administrator, "units/430100/budget", new { Amounts = new Dictionary<string, decimal> { ["EI.INC.PREM"] = 12.34m }, Basis = "湘财社〔2023〕9号" });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("登记批复预算", await HistoryAsync());
    }

    [Fact]
    public async Task A_consolidation_is_asked_for() =>
        Assert.Equal(HttpStatusCode.Accepted, (await Talk.PostAsync(People.Administrator, "consolidations", new { })).Status);

    [Fact]
    public async Task A_year_there_is_not_is_404() =>
        Assert.Equal(HttpStatusCode.NotFound, (await Talk.PostAsync(People.Administrator, "/api/years/1999/lock", new { })).Status);

    private async Task<IEnumerable<string?>> HistoryAsync() =>
        (await Talk.GetAsync(People.Reviewer, "history")).Json.EnumerateArray().Select(e => e.GetProperty("what").GetString());
}
