namespace Infra.Tests;

public sealed class MeasurementTests
{
    [Fact]
    public void Gauges_and_what_they_are_broken_down_by_are_the_apps_own()
    {
        var gauges = Measurement.All.Where(m => m.IsGauge).OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{m.Name} {string.Join(' ', m.Tags)}".Trim());

        Assert.Equal(["pipeline.poison queue", "pipeline.returns.missing year", "pipeline.uploads.unanswered.age"], gauges);
    }

    [Theory]
    [InlineData("AppMetrics | where Name == 'pipeline.poisons' | summarize sum(Sum)")]
    [InlineData("AppMetrics | where Name == 'pipeline.poison' | extend Queue = tostring(Properties.name) | summarize max(Sum) by Queue")]
    [InlineData("AppMetrics | where Name == 'pipeline.poison' | summarize max(Max)")]
    public void A_query_for_what_is_not_told_is_found(string query) => Assert.Single(Measurement.Defects(query));
}
