using Capacity.Costing;
using Capacity.Measuring;
using Capacity.Printing;
using Capacity.Simulating;
using Demo;

namespace Pipeline.Tests.Capacity;

public sealed class CapacityReadmeTests
{
    private static readonly string Root = Repository.Root;
    private static readonly Estimate Recorded = Estimate.Read(Path.Combine(Root, "scripts", "Capacity"), Root);

    [Fact]
    public void The_section_of_the_readme_follows_from_the_recorded_measurements()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));

        Assert.Equal(CapacitySection.Print(Recorded).ReplaceLineEndings("\n").Trim(), Readme.Section(readme).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_figure_changed_by_hand_is_noticed()
    {
        var section = CapacitySection.Print(Recorded);
        var readme = Readme.With($"before\n{Readme.Begin}\n{Readme.End}\nafter\n", section);

        Assert.True(Readme.Agrees(readme, section));
        Assert.False(Readme.Agrees(readme.Replace("calls", "call", StringComparison.Ordinal), section));
        Assert.EndsWith($"{Readme.End}\nafter\n", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_recorded_is_what_would_be_measured()
    {
        Assert.Equal(Measurement.Scales, Recorded.Measured.Scales.Select(s => s.Units));
        Assert.All(Recorded.Measured.Scales, s => Assert.True(s.Operations.ContainsKey(OperationName.Emit), $"{s.Units}"));
    }

    [Fact]
    public void A_sweep_has_read_the_values_of_every_unit_and_a_report_takes_more_of_more_units()
    {
        var scales = Recorded.Measured.Scales;

        Assert.All(scales, s => Assert.True(s.Operations[OperationName.Sweep].EntitiesRead >= s.Operations[OperationName.ConsolidateAll].EntitiesRead, $"{s.Units}"));
        var peaks = scales.Where(s => s.Units > 15).Select(s => s.Operations[OperationName.Emit].PeakMebibytes).ToList();
        Assert.Equal(peaks.Order(), peaks);
    }

    [Theory]
    [InlineData(OperationName.First)]
    [InlineData(OperationName.Again)]
    [InlineData(OperationName.Refused)]
    public void Calls_for_a_return_of_a_prefecture_are_the_same_at_every_recorded_scale(string name) =>
        Assert.Single(Recorded.Measured.Scales.SelectMany(s => new[] { s.Operations[name].LeastCalls, s.Operations[name].MostCalls }).Distinct());

    [Fact]
    public void A_report_has_of_an_instance_what_the_host_leaves()
    {
        var (left, host) = (Recorded.Limits(15).Single(l => l.Name == Limit.ReportMemory).Most, Recorded.Assumed.Platform.HostMb);

        Assert.True(host > 0);
        Assert.Contains($"param instanceMemory int = {left + host}\n", File.ReadAllText(Path.Combine(Root, "infra", "main.bicep")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_later_than_the_patience_of_the_ingestion_is_found_by_a_message_before_long()
    {
        var scanned = Recorded.SeasonScanned(150, 120);

        Assert.True(scanned.AskedAgain >= scanned.Uploads, $"{scanned.AskedAgain} messages for {scanned.Uploads} uploads");
        Assert.InRange(scanned.SecondsHeld / scanned.Uploads, 1, 31);
        Assert.InRange(scanned.MedianSeconds, 120, 180);
    }

    [Fact]
    public void Every_price_names_its_region_and_where_it_was_seen()
    {
        var prices = Prices.Read(Path.Combine(Root, "scripts", "Capacity", "prices.yaml"));

        Assert.NotEmpty(prices.Lines);
        Assert.NotEmpty(prices.Fixed);
        Assert.All(prices.Lines, line => Assert.True(line.Per > 0, line.Name));
        Assert.All(prices.Lines.Concat<PriceLine>(prices.Fixed), line => Assert.True(line.Source.Length > 0 && line.Region.Length > 0, line.Name));
    }

    [Fact]
    public void A_season_with_the_same_seed_is_the_same_season()
    {
        var (once, again) = (Recorded.SeasonShown(150, Showing.AtOnce), Recorded.SeasonShown(150, Showing.AtOnce));

        Assert.Equal((once.Uploads, once.MedianSeconds, once.TotalCalls, once.Lost), (again.Uploads, again.MedianSeconds, again.TotalCalls, again.Lost));
    }

    [Fact]
    public void Every_request_ends_as_a_snapshot_or_finds_nothing_to_do_or_is_poisoned()
    {
        foreach (var showing in new[] { Showing.Gathered, Showing.AtOnce })
        {
            var season = Recorded.SeasonShown(300, showing);
            Assert.Equal(season.Requests, season.Snapshots + season.NothingToDo + season.Poisoned);
            // One for every return put in force, and one when the year is closed.
            Assert.Equal(season.Accepted + 1, season.Requests);
        }
    }
}
