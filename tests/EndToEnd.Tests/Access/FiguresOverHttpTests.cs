using System.Net;
using System.Text.Json;
using Host.Local;

namespace EndToEnd.Tests.Access;

/// <summary>Where a number comes from and what a cell moves, asked over HTTP.</summary>
public sealed class FiguresOverHttpTests(OneKnownYear one) : IClassFixture<OneKnownYear>
{
    private Conversation Talk => one.Talk;

    [Fact]
    public async Task A_figure_leads_the_province_to_unit_file_and_cell()
    {
        var figure = (await ConsolidatedAsync()).Json;

        Assert.Equal("EI.INC.PREM@CUR", figure.GetProperty("expression").GetString());
        var cell = figure.GetProperty("branches")[0].GetProperty("parts")[0].GetProperty("cell");
        Assert.Equal(
            ("430100", one.Submission, "S01企保收支表", "H9"),
            (cell.GetProperty("unit").GetString(), cell.GetProperty("submission").GetString(), cell.GetProperty("sheet").GetString(), cell.GetProperty("cell").GetString()));
        Assert.Matches(@"^\d+(\.\d{1,2})?$", cell.GetProperty("text").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await Talk.GetAsync(People.Reviewer, "figures/S9.99")).Status);
    }

    [Fact]
    public async Task A_clerk_sees_where_a_cell_of_their_own_is_printed_but_not_the_numbers_there()
    {
        var printed = (await ConsolidatedAsync())["printed"];
        const string path = "units/430100/reach?sheet=S01企保收支表&cell=H9";

        var (province, clerk) = (await Talk.GetAsync(People.Reviewer, path), await Talk.GetAsync(People.Clerk, path));

        Assert.Contains(printed, province.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(printed, clerk.Text, StringComparison.Ordinal);
        Assert.Equal(Ids(province.Json), Ids(clerk.Json));
        Assert.Contains("〔S5.E.A.I1〕", clerk.Text, StringComparison.Ordinal);

        static IEnumerable<string?> Ids(JsonElement reach) => reach.GetProperty("figures").EnumerateArray().Select(f => f.GetProperty("id").GetString()).ToList();
    }

    [Theory]
    [InlineData("units/430100/reach", HttpStatusCode.BadRequest)]
    [InlineData("units/430100/reach?sheet=S01企保收支表&cell=A1", HttpStatusCode.NotFound)]
    public async Task A_question_about_no_cell_is_answered_so(string path, HttpStatusCode status)
    {
        await ConsolidatedAsync();

        Assert.Equal(status, (await Talk.GetAsync(People.Clerk, path)).Status);
    }

    [Fact]
    public async Task A_change_that_is_only_thought_of_says_what_would_be_printed()
    {
        await ConsolidatedAsync();

        var answer = await Talk.PostAsync(People.Reviewer, "what-if", new { Unit = "430100", Item = "EI.INC.PREM", Column = "CUR", Add = 10_000_000m });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(answer.Json.GetProperty("figures").EnumerateArray(), f => f.GetProperty("id").GetString() == "S5.E.A.I1");
    }

    [Theory]
    [InlineData("""{"unit":"430100","item":"EI.INC.TOTAL","column":"CUR","add":1}""", HttpStatusCode.Conflict)]
    [InlineData("""{"unit":"430100","item":"EI.INC.PREM","column":"CUR"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"unit":"430100","item":"EI.INC.PREM","column":"CUR","add":0.001}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"unit":"430200","item":"EI.INC.PREM","column":"CUR","value":1}""", HttpStatusCode.Conflict)]
    public async Task What_cannot_be_thought_of_is_refused(string body, HttpStatusCode status)
    {
        await ConsolidatedAsync();

        Assert.Equal(status, (await Talk.SendAsync(People.Administrator, HttpMethod.Post, "what-if", body)).Status);
    }

    [Fact]
    public async Task What_is_no_document_is_not_refreshed_and_told_why()
    {
        await ConsolidatedAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(one.Year.Address, "/api/years/2023/report/refresh")) { Content = new StringContent("不是文档") };
        request.Headers.Add(LocalCallers.Header, People.Reviewer);
        request.Content.Headers.ContentType = new("application/octet-stream");

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The figure of the premiums, once the return is in a snapshot.</summary>
    private async Task<Conversation.Answer> ConsolidatedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var answer = await Talk.GetAsync(People.Reviewer, "figures/S5.E.A.I1");
            if (answer.Status == HttpStatusCode.OK) return answer;
            await Task.Delay(100, patience.Token);
        }
    }
}
