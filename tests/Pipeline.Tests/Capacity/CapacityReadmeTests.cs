using Capacity.Costing;
using Capacity.Measuring;
using Capacity.Printing;
using Capacity.Simulating;

namespace Pipeline.Tests.Capacity;

public sealed class CapacityReadmeTests
{
    private static readonly string Root = FindRoot();
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
    public void Calls_for_a_return_are_the_same_at_every_scale_whose_heads_fit_one_page_of_a_query()
    {
        const int Page = 1000;
        foreach (var name in new[] { OperationName.First, OperationName.Again, OperationName.Refused })
        {
            var calls = Recorded.Measured.Scales.Where(s => s.Units < Page).SelectMany(s => new[] { s.Operations[name].LeastCalls, s.Operations[name].MostCalls });
            Assert.Single(calls.Distinct());
        }
    }

    [Fact]
    public void Every_price_names_its_region_and_where_it_was_seen()
    {
        var prices = Prices.Read(Path.Combine(Root, "scripts", "Capacity", "prices.yaml"));

        Assert.NotEmpty(prices.Lines);
        Assert.All(prices.Lines, line => Assert.True(line.Source.Length > 0 && line.Region.Length > 0 && line.Per > 0, line.Name));
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
        foreach (var showing in Showing.Others.Append(Showing.AtOnce))
        {
            var season = Recorded.SeasonShown(300, showing);
            Assert.Equal(season.Requests, season.Snapshots + season.NothingToDo + season.Poisoned);
            // One for every return put in force, and one when the year is closed.
            Assert.Equal(season.Accepted + 1, season.Requests);
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("These tests do not stand below Pipeline.sln.");
    }
}
