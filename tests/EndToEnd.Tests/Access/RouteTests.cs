using System.Net;
using Host.Functions;
using Host.Local;
using Microsoft.Azure.Functions.Worker;

namespace EndToEnd.Tests.Access;

/// <summary>Every route there is, asked by everybody there is.</summary>
public sealed class RouteTests(OneKnownYear one) : IClassFixture<OneKnownYear>
{
    // Routes that change something for whoever is let in are asked with a body that is refused after the caller was let in.
    private const string Harmless = """{"nothing":"here"}""";

    public static TheoryData<string, string> Routes => new(LocalFunction.Find(typeof(IngestReturn).Assembly.GetTypes())
        .Select(f => f.Trigger).OfType<HttpTriggerAttribute>().Where(t => t.Route != "health/live")
        .Select(t => (t.Methods![0], "/api/" + t.Route!.Replace("{year:int}", "2023", StringComparison.Ordinal)
            .Replace("{id}", "S5.E.A.INC", StringComparison.Ordinal)
            .Replace("{unit}", "430100", StringComparison.Ordinal).Replace("{number}", "A-2023-001", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_is_closed_to_the_unknown_and_a_unit_to_its_neighbours(string method, string path)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(People.Nobody, method, path));
        if (path != "/api/years/2023") Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(People.OtherClerk, method, path));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Nobody_but_the_unit_acts_for_it_and_everything_else_is_open_to_an_administrator(string method, string path)
    {
        var closed = await StatusAsync(People.Administrator, method, path) is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

        Assert.Equal(path.EndsWith("/withdraw", StringComparison.Ordinal), closed);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_clerk_reads_what_is_of_their_unit_and_changes_nothing_but_by_withdrawal(string method, string path)
    {
        var open = await StatusAsync(People.Clerk, method, path) is not HttpStatusCode.Forbidden;

        var ofUnit = path.Contains("430100", StringComparison.Ordinal) || path == "/api/years/2023";
        Assert.Equal((method == "get" && ofUnit) || path.EndsWith("/withdraw", StringComparison.Ordinal), open);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_reviewer_does_not_answer_for_the_year(string method, string path)
    {
        var open = await StatusAsync(People.Reviewer, method, path) is not HttpStatusCode.Forbidden;

        string[] reviews = ["review", "ticket", "approve"];
        // Asking what if, and a refresh, change nothing.
        Assert.Equal(
            method == "get" || path.EndsWith("/what-if", StringComparison.Ordinal) || path.EndsWith("/report/refresh", StringComparison.Ordinal)
                || (path.Contains("/units/", StringComparison.Ordinal) && reviews.Contains(path.Split('/')[^1])),
            open);
    }

    [Fact]
    public async Task Liveness_is_answered_to_anybody() => Assert.Equal(HttpStatusCode.OK, await StatusAsync(People.Nobody, "get", "/api/health/live"));

    private async Task<HttpStatusCode> StatusAsync(string who, string method, string path) =>
        (await one.Talk.SendAsync(who, HttpMethod.Parse(method), path, method == "get" ? null : Harmless)).Status;
}
