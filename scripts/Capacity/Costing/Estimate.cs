using Capacity.Measuring;
using Capacity.Simulating;

namespace Capacity.Costing;

/// <summary>Everything that follows from measurements, assumptions, prices and the project's own settings. The same files give the same estimate.</summary>
internal sealed class Estimate
{
    // Where the limits are looked for; between two of them their use goes in a straight line.
    private static readonly int[] Ladder = [15, 30, 60, 80, 100, 120, 140, 150, 175, 200, 250, 260, 300, 400, 500, 600, 800, 1000, 1500, 2000, 2500, 3000];

    private readonly CostModel costs;
    private readonly Season season;
    private readonly Prices prices;
    private readonly HostLimits host;
    private readonly Dictionary<(int, Showing, double?), SeasonResult> seasons = [];

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

    public IReadOnlyList<FixedPrice> Fixed => prices.Fixed;

    /// <summary>A year of so many units.</summary>
    /// <param name="units">That report.</param>
    /// <param name="years">Years of that size that are stored, this one among them.</param>
    public YearCost Year(int units, int years = 1) => YearCost.Of(SeasonShown(units, Showing.AtOnce), costs, season, years);

    public Bill Bill(YearCost year) => Costing.Bill.Of(year, season, prices);

    /// <summary>The season alone, as though requests were shown otherwise than they are.</summary>
    public SeasonResult SeasonShown(int units, Showing showing) => Run(units, showing, null);

    /// <summary>The season where uploads wait for the scan.</summary>
    /// <param name="units">That report.</param>
    /// <param name="verdict">Seconds from an upload to its verdict.</param>
    public SeasonResult SeasonScanned(int units, double verdict) => Run(units, Showing.AtOnce, verdict);

    public IReadOnlyList<Limit> Limits(int units) => Limit.Of(Year(units), Year(units, host.KeptYears), costs, season, host);

    /// <summary>The year, of as many as are kept, in which the sweep of so many units no longer fits into an instance; null when it always does.</summary>
    public int? SweepMeetsIn(int units) => Enumerable.Range(1, host.KeptYears).Cast<int?>().FirstOrDefault(year => Year(units, year!.Value).SweepMebibytes >= season.Platform.AppMb);

    /// <summary>By the name of a limit, about how many units meet it, rounded down to tens; null when as many as are looked at do not.</summary>
    public IReadOnlyDictionary<string, int?> MetAt()
    {
        var found = Limits(Ladder[0]).ToDictionary(l => l.Name, _ => (int?)null);
        var (fewer, below) = (Ladder[0], Limits(Ladder[0]).ToDictionary(l => l.Name, l => l.Share));
        foreach (var units in Ladder)
        {
            var limits = Limits(units);
            foreach (var limit in limits.Where(l => l.Share >= 1))
                found[limit.Name] ??= units == fewer ? units : (int)(fewer + ((units - fewer) * (1 - below[limit.Name]) / (limit.Share - below[limit.Name]))) / 10 * 10;
            (fewer, below) = (units, limits.ToDictionary(l => l.Name, l => l.Share));
        }

        return found;
    }

    private SeasonResult Run(int units, Showing showing, double? verdict)
    {
        if (!seasons.TryGetValue((units, showing, verdict), out var result))
            seasons[(units, showing, verdict)] = result = SeasonRun.Run(units, costs, season, host, showing, verdict);
        return result;
    }
}
