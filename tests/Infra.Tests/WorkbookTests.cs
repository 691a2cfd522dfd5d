namespace Infra.Tests;

public sealed class WorkbookTests
{
    private static readonly JsonObject Workbook = JsonNode.Parse(Clone.Read("operations.workbook.json"))!.AsObject();

    private static IReadOnlyList<Resource> Questions => [.. Workbook["items"]!.AsArray().Select(i => new Resource(i!.AsObject())).Where(i => i.Number("type") == 3)];

    [Fact]
    public void It_shows_every_measurement_and_no_other()
    {
        var shown = Questions.SelectMany(q => Measurement.In(q.Text("content.query"))).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Measurement.All.Select(m => m.Name).Order(StringComparer.Ordinal), shown);
    }

    [Fact]
    public void Measurements_are_broken_down_by_what_the_app_attaches() =>
        Assert.All(Measurement.All.Where(m => m.Tag.Length > 0), m =>
            Assert.All(
                Questions.Where(q => Measurement.In(q.Text("content.query")).Contains(m.Name)),
                q => Assert.Contains($"tostring(Properties.{m.Tag})", q.Text("content.query"), StringComparison.Ordinal)));

    [Fact]
    public void Every_question_is_asked_of_the_workspace_and_of_the_time_that_is_chosen() =>
        Assert.All(Questions, q =>
        {
            Assert.Equal("WORKSPACE", q.List("content.crossComponentResources").Single().ToString());
            Assert.Equal("Time", q.Text("content.timeContextFromParameter"));
        });
}
