using Capacity.Measuring;
using Capacity.Simulating;

namespace Capacity.Costing;

/// <summary>Everything that follows from measurements, assumptions, prices and the project's own settings. The same files give the same estimate.</summary>
internal sealed class Estimate
{
    // Where the limits are looked for; between two of them they are met "at about" the second.
    private static readonly int[] Ladder = [15, 30, 60, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1500, 2000, 2500, 3000];

    private readonly CostModel costs;
    private readonly Season season;
    private readonly Prices prices;
    private readonly HostLimits host;
    private readonly Dictionary<int, YearCost> years = [];

    private Estimate(Measured measured, Season season, Prices prices, HostLimits host)
    {
        (Measured, this.season, this.prices, this.host) = (measured, season, prices, host);
        costs = new CostModel(measured, season);
    }

    public Measured Measured { get; }

    public string Currency => prices.Currency;

    public string PricedOn => prices.TypedIn;

    public HostLimits Host => host;

    public Season Assumed => season;

    /// <param name="data">Folder of the three files.</param>
    /// <param name="root">The clone.</param>
    public static Estimate Read(string data, string root) => new(
        Measured.Read(Path.Combine(data, "measured.json")), Season.Read(Path.Combine(data, "season.yaml")), Prices.Read(Path.Combine(data, "prices.yaml")), HostLimits.Read(root));

    /// <summary>The year of so many units.</summary>
    public YearCost Year(int units)
    {
        if (!years.TryGetValue(units, out var year))
            years[units] = year = YearCost.Of(SeasonRun.Run(units, costs, season, host, Showing.AtOnce), costs, season, prices);
        return year;
    }

    /// <summary>The season alone, were requests shown otherwise than they are.</summary>
    public SeasonResult SeasonShown(int units, Showing showing) => SeasonRun.Run(units, costs, season, host, showing);

    public IReadOnlyList<Limit> Limits(int units) => Limit.Of(Year(units), costs, season, host);

    /// <summary>By the name of a limit, the least number of units of those looked at that meets it; null when none does.</summary>
    public IReadOnlyDictionary<string, int?> MetAt()
    {
        var found = Limits(Ladder[0]).ToDictionary(l => l.Name, _ => (int?)null);
        foreach (var units in Ladder)
        {
            foreach (var limit in Limits(units).Where(l => l.Share >= 1)) found[limit.Name] ??= units;
        }

        return found;
    }
}
