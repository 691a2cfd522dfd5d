namespace Infra.Tests;

public sealed class WorkbookTests
{
    private static readonly JsonObject Workbook = JsonNode.Parse(Clone.Read("operations.workbook.json"))!.AsObject();

    private static IReadOnlyList<Resource> Questions => [.. Workbook["items"]!.AsArray().Select(i => new Resource(i!.AsObject())).Where(i => i.Number("type") == 3)];

    private static IEnumerable<string> Queries => Questions.Select(q => q.Text("content.query"));

    [Fact]
    public void It_shows_every_measurement_that_is_watched_and_no_other() =>
        Assert.Equal(
            Measurement.Watched.Select(m => m.Name).Order(StringComparer.Ordinal),
            Queries.SelectMany(Measurement.In).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void It_asks_for_what_the_app_tells() => Assert.Empty(Queries.SelectMany(Measurement.Defects));

    [Fact]
    public void Measurements_are_broken_down_by_what_the_app_attaches() =>
        Assert.All(Measurement.Watched, m =>
            Assert.All(m.Tags, tag =>
                Assert.All(Queries.Where(q => Measurement.In(q).Contains(m.Name)), q => Assert.Contains($"tostring(Properties.{tag})", q, StringComparison.Ordinal))));

    [Fact]
    public void Every_question_is_asked_of_the_workspace_and_of_the_time_that_is_chosen() =>
        Assert.All(Questions, q =>
        {
            Assert.Equal("WORKSPACE", q.List("content.crossComponentResources").Single().ToString());
            Assert.Equal("Time", q.Text("content.timeContextFromParameter"));
        });
}
