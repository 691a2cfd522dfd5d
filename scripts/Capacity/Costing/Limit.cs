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

    /// <summary>1 is met.</summary>
    public double Share => Used / Most;

    /// <summary>All limits for one simulated year.</summary>
    public static IReadOnlyList<Limit> Of(YearCost year, CostModel costs, Season season, HostLimits host)
    {
        var (result, limits, platform) = (year.Season, season.Limits, season.Platform);
        var units = result.Units;
        var (timeout, memory) = (platform.TimeoutMinutes * 60, platform.MemoryMb);
        var one = costs.At(OperationName.ConsolidateOne, units);
        return
        [
            new("entities a second, partition of the year", result.PartitionPeak, limits.PartitionEntities, "gather the requests of a minute: every consolidation reads the heads of all units"),
            new("entities a second, account of the tables", result.AccountPeak, limits.AccountEntities, "an account a province"),
            new("messages a second, `consolidate-year`", result.QueuePeak, limits.QueueMessages, "one request a minute"),
            new("gigabits a second into one blob account", result.BlobPeak * 8 / 1e9, limits.BlobGigabits, "an account a province"),
            new("instances, for uploads", result.IngestionWanted, host.Instances, "`maximumInstances`; a burst only waits longer"),
            new("instances, for consolidations", result.ConsolidationWanted, host.Instances, "gather the requests of a minute, one instance at a time"),
            new("requests to consolidate in the poison queue", result.Poisoned, 1, "the same"),
            new("consolidation: working set, MiB", costs.Memory(OperationName.ConsolidateOne, units), memory, "4096 MB; a snapshot a prefecture"),
            new("consolidation of all units at once: working set, MiB", costs.Memory(OperationName.ConsolidateAll, units), memory, "the same"),
            new("consolidation: seconds", one.Seconds, timeout, "the same"),
            new(ReportMemory, costs.Memory(OperationName.Emit, units), memory, "4096 MB; a report a prefecture, and one of the prefectures"),
            new("report: seconds", costs.At(OperationName.Emit, units).Seconds, timeout, "the same"),
            new("sweep: working set, MiB", year.SweepMebibytes, memory, "ask for keys of versions older than seven days only, a year at a time"),
            new("sweep: seconds of the ten minutes between two", year.SweepSeconds, 86400.0 / platform.SweepsADay, "sweep orphans once a day, uploads every ten minutes"),
        ];
    }
}
