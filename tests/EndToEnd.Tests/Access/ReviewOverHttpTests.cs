using System.Net;
using EndToEnd.Tests.Year;

namespace EndToEnd.Tests.Access;

public sealed class ReviewOverHttpTests(OneKnownYear one) : IClassFixture<OneKnownYear>
{
    private Conversation Talk => one.Talk;

    private object Seen => new { one.Submission };

    [Fact]
    public async Task A_return_is_reviewed_returned_and_its_ticket_read_by_the_unit()
    {
        Assert.Equal("复核中", (await Talk.PostAsync(People.Reviewer, "units/430100/review", Seen))["state"]);
        var back = await Talk.PostAsync(
            People.Reviewer, "units/430100/ticket",
            new { one.Submission, Cells = new[] { new { Sheet = "S01企保收支表", Cell = "H9", Reason = "请核对" } }, Reason = "征缴收入请复核", Due = "2199-01-01" });
        Assert.Equal("已退回", back["state"]);

        var ticket = await Talk.GetAsync(People.Clerk, "units/430100/ticket");
        Assert.Equal(("T-2023-430100-001", "李四", "2199-01-01"), (ticket["number"], ticket["by"], ticket["due"]));
        Assert.Equal("已退回", (await Talk.GetAsync(People.Clerk, "units/430100"))["state"]);
        var history = (await Talk.GetAsync(People.Clerk, "units/430100/history")).Json.EnumerateArray().Select(e => e.GetProperty("what").GetString());
        Assert.Equal(["接收", "开始复核", "退回"], history);
    }

    [Fact]
    public async Task What_the_life_of_a_return_forbids_is_409_with_its_reason()
    {
        var answer = await Talk.PostAsync(People.Reviewer, "units/430300/review", new { Submission = "ab" });

        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (answer.Status, answer.Type));
        Assert.Equal("报表未报，没有可以复核的报表。", answer["detail"]);
    }

    [Fact]
    public async Task A_body_without_a_required_field_is_400_and_names_it()
    {
        var answer = await Talk.PostAsync(People.Reviewer, "units/430100/review", new { });

        Assert.Equal((HttpStatusCode.BadRequest, "submission"), (answer.Status, answer["field"]));
    }

    [Theory]
    [InlineData("units/430100/receipt?submission=../../430200/ab")]
    [InlineData("units/430100/receipt?submission=")]
    [InlineData("units/430300/receipt")]
    public async Task A_receipt_that_is_not_there_is_404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Talk.GetAsync(People.Reviewer, path)).Status);

    [Fact]
    public async Task The_receipt_is_that_of_the_newest_upload_or_of_the_one_asked_for()
    {
        var newest = await Talk.GetAsync(People.Clerk, "units/430100/receipt");

        Assert.Equal((one.Submission, "长沙市"), (newest["submission"], newest["unitName"]));
        Assert.Equal(newest.Text, (await Talk.GetAsync(People.Clerk, $"units/430100/receipt?submission={one.Submission}")).Text);
        Assert.Equal(one.Submission, (await Talk.GetAsync(People.Clerk, "units/430100/diff"))["submission"]);
        Assert.Equal(HttpStatusCode.OK, (await Talk.GetAsync(People.Clerk, "units/430100/explanations")).Status);
    }

    [Fact]
    public async Task The_receipt_of_a_neighbour_is_not_reached_through_ones_own_unit()
    {
        var other = (await one.Year.AnswerAsync(Samples2023.Of("430200"))).Submission;

        Assert.Equal(HttpStatusCode.NotFound, (await Talk.GetAsync(People.Clerk, $"units/430100/receipt?submission={other}")).Status);
    }

    [Fact]
    public async Task A_clerk_sees_the_year_with_no_unit_but_their_own()
    {
        var year = await Talk.GetAsync(People.OtherClerk, "");

        Assert.Equal(["430200"], year.Json.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("unit").GetString()));
        Assert.DoesNotContain("430100", year.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_withdraws_its_own_return()
    {
        await one.Year.AnswerAsync(Samples2023.Of("430200"));

        var answer = await Talk.PostAsync(People.OtherClerk, "units/430200/withdraw", new { Reason = "数据有误" });

        Assert.Equal("已撤回", answer["state"]);
    }
}
