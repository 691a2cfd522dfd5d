using Capacity.Measuring;
using Capacity.Simulating;

namespace Capacity.Costing;

/// <summary>What a year takes and costs: its season, and the timers that run through all of it.</summary>
internal sealed record YearCost
{
    private const double SecondsOfYear = 365 * 86400.0;
    private const double Gigabyte = 1e9;

    public required SeasonResult Season { get; init; }

    public required double GigabyteSeconds { get; init; }

    public required double Executions { get; init; }

    public required IReadOnlyDictionary<string, double> Calls { get; init; }

    /// <summary>Calls of the timers among them.</summary>
    public required double TimerCalls { get; init; }

    public required double SweepSeconds { get; init; }

    public required double SweepMebibytes { get; init; }

    /// <summary>By what it is paid for.</summary>
    public required IReadOnlyList<(string What, double Amount)> Costs { get; init; }

    public double Total => Costs.Sum(c => c.Amount);

    public static YearCost Of(SeasonResult result, CostModel costs, Season season, Prices prices)
    {
        var platform = season.Platform;
        var entities = (result.Accepted * costs.RowsPerReturn) + result.Uploads;
        var (sweep, mebibytes) = costs.Sweep(entities);
        // A timer that is still running is not started again.
        var sweeps = SecondsOfYear / Math.Max(86400.0 / platform.SweepsADay, sweep.Seconds);
        var closings = 365.0 * platform.ClosingsADay;
        var look = costs.At(OperationName.ConsolidateNothing, result.Units);
        double Billed(double seconds) => Math.Max(platform.MinimumSeconds, Math.Ceiling(seconds / platform.RoundingSeconds) * platform.RoundingSeconds);
        var (memory, timers) = (platform.MemoryMb / 1024, (sweeps * Billed(sweep.Seconds)) + (closings * Billed(look.Seconds)));
        var calls = new Dictionary<string, double>(result.Calls);
        foreach (var (cost, times) in new[] { (sweep, sweeps), (look, closings) })
        {
            foreach (var (kind, count) in cost.Calls) calls[kind] = calls.GetValueOrDefault(kind) + (count * times);
        }

        var executions = result.Executions + sweeps + closings;
        return new YearCost
        {
            Season = result,
            GigabyteSeconds = (result.BilledSeconds + timers) * memory,
            Executions = executions,
            Calls = calls,
            TimerCalls = calls.Values.Sum() - result.TotalCalls,
            SweepSeconds = sweep.Seconds,
            SweepMebibytes = mebibytes,
            Costs =
            [
                // As though the season fell into one month: its executions meet one month's free grant.
                ("executions", OverMonths(result.BilledSeconds * memory, timers * memory, prices.Of("free gigabyte-seconds a month")) * prices.Of("execution gigabyte-second")
                    + (OverMonths(result.Executions, sweeps + closings, prices.Of("free executions a month")) * prices.Of("executions"))),
                ("table, queue and blob calls", Operations(calls, prices)),
                ("stored data", (entities * platform.EntityBytes / Gigabyte * 12 * prices.Of("table gigabyte-month")) + (result.BlobBytes / Gigabyte * 12 * prices.Of("blob gigabyte-month"))),
                ("events", 2 * result.Uploads * prices.Of("event grid operations")),
                ("telemetry", Math.Max(0, (((calls.Values.Sum() * platform.TelemetryKbPerCall) + (executions * platform.TelemetryKbPerExecution)) / 1e6) - (12 * prices.Of("free telemetry gigabytes a month")))
                    * prices.Of("telemetry gigabyte")),
            ],
        };
    }

    private static double OverMonths(double once, double evenly, double free) =>
        Math.Max(0, once + (evenly / 12) - free) + (11 * Math.Max(0, (evenly / 12) - free));

    private static double Operations(Dictionary<string, double> calls, Prices prices) => calls.Sum(c => c.Value * (c.Key switch
    {
        CallKind.TableQuery or CallKind.TableWrite or CallKind.TableTransaction => prices.Of("table operations"),
        CallKind.QueuePut or CallKind.QueueGet or CallKind.QueueDelete => prices.Of("queue operations"),
        CallKind.BlobRead => prices.Of("blob reads"),
        _ => prices.Of("blob writes and lists"),
    }));
}
