using System.Globalization;
using Capacity.Measuring;
using Capacity.Simulating;

namespace Capacity.Costing;

/// <summary>A limit, and how much of it a number of units uses.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Used">In its own unit of measure.</param>
/// <param name="Most">The limit.</param>
/// <param name="Then">What to change when it is met.</param>
internal sealed record Limit(string Name, double Used, double Most, string Then)
{
    /// <summary>The limit beyond which there is no report at all.</summary>
    public const string ReportMemory = "report: working set, MiB";

    // The next size of an instance, and the largest.
    private const double LargestMb = 4096;

    /// <summary>1 is met.</summary>
    public double Share => Used / Most;

    /// <summary>All limits for one simulated year.</summary>
    /// <param name="year">The first.</param>
    /// <param name="last">The last of those that are kept: the sweep reads all of them.</param>
    /// <param name="costs">What an operation takes.</param>
    /// <param name="season">The assumptions.</param>
    /// <param name="host">What the project sets.</param>
    public static IReadOnlyList<Limit> Of(YearCost year, YearCost last, CostModel costs, Season season, HostLimits host)
    {
        var (result, limits, platform) = (year.Season, season.Limits, season.Platform);
        var units = result.Units;
        var (timeout, memory) = (platform.TimeoutMinutes * 60, platform.AppMb);
        var one = costs.At(OperationName.ConsolidateOne, units);
        return
        [
            new("entities a second, partition of the year", result.PartitionPeak, limits.PartitionEntities, "gather the requests of a minute: every consolidation reads the heads of all units"),
            new("entities a second, account of the tables", result.AccountPeak, limits.AccountEntities, "an account a province"),
            new("messages a second, `consolidate-year`", result.QueuePeak, limits.QueueMessages, "one request a minute"),
            new("gigabits a second into one blob account", result.BlobPeak * 8 / 1e9, limits.BlobGigabits, "an account a province"),
            new("instances, for uploads", result.IngestionWanted, host.Instances, "`maximumInstances`; a burst only waits longer"),
            new("instances, for consolidations", result.ConsolidationWanted, host.Instances, "gather the requests of a minute, one instance at a time"),
            new("requests to consolidate in the poison queue", result.Poisoned, 1, "gather the requests of a minute"),
            new("consolidation: working set, MiB", costs.Memory(OperationName.ConsolidateOne, units), memory, "4096 MB; a snapshot a prefecture"),
            new("consolidation of all units at once: working set, MiB", costs.Memory(OperationName.ConsolidateAll, units), memory, "4096 MB; a snapshot a prefecture"),
            new("consolidation: seconds", one.Seconds, timeout, "a snapshot a prefecture"),
            new(ReportMemory, costs.Memory(OperationName.Emit, units), memory, string.Create(CultureInfo.InvariantCulture, $"`instanceMemory` 4096 reaches to {costs.Reach(OperationName.Emit, LargestMb - platform.HostMb) / 10 * 10:N0} units at most; then a report a prefecture, and one of the prefectures")),
            new("report: seconds", costs.At(OperationName.Emit, units).Seconds, timeout, "a report a prefecture"),
            new($"sweep in year {last.Years}: working set, MiB", last.SweepMebibytes, memory, "orphans of open years only"),
            new($"sweep in year {last.Years}: seconds of the ten minutes between two", last.Sweep.Seconds, 86400.0 / platform.SweepsADay, "orphans once a day, uploads every ten minutes"),
        ];
    }
}
