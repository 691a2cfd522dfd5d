using Capacity.Measuring;
using Capacity.Simulating;

namespace Capacity.Costing;

/// <summary>What a year takes and costs: its season, and the timers that run through all of it and look at what earlier years left.</summary>
internal sealed record YearCost
{
    private const double SecondsOfYear = 365 * 86400.0;
    private const double Gigabyte = 1e9;

    // The row of the upload and that of its answer.
    private const int AnswerRows = 2;

    public required SeasonResult Season { get; init; }

    /// <summary>Years of the same size that are stored, this one among them.</summary>
    public required int Years { get; init; }

    public required double GigabyteSeconds { get; init; }

    public required double Executions { get; init; }

    /// <summary>Of the app.</summary>
    public required IReadOnlyDictionary<string, double> Calls { get; init; }

    /// <summary>Of the Functions host and the platform, as assumed.</summary>
    public required IReadOnlyDictionary<string, double> HostCalls { get; init; }

    /// <summary>Rows that the sweep reads.</summary>
    public required double Entities { get; init; }

    /// <summary>Bytes in tables and blobs at the end of the year.</summary>
    public required (double Tables, double Blobs) Bytes { get; init; }

    public required OperationCost Sweep { get; init; }

    public required double SweepMebibytes { get; init; }

    public double StoredGigabytes => (Bytes.Tables + Bytes.Blobs) / Gigabyte;

    /// <param name="result">The season.</param>
    /// <param name="costs">What an operation takes.</param>
    /// <param name="season">The assumptions.</param>
    /// <param name="years">Years that are stored.</param>
    public static YearCost Of(SeasonResult result, CostModel costs, Season season, int years)
    {
        var platform = season.Platform;
        var entities = years * ((result.Accepted * costs.RowsPerReturn) + (AnswerRows * result.Uploads));
        var (sweep, mebibytes) = costs.Sweep(entities);
        // Both timers read the heads of every year there is a catalogue of; a year's is in the measured sweep.
        var look = costs.At(OperationName.ConsolidateNothing, result.Units);
        var (sweepSeconds, closeSeconds) = (sweep.Seconds + ((years - 1) * look.Seconds), years * look.Seconds);
        // A timer that is still running is not started again.
        var sweeps = SecondsOfYear / Math.Max(86400.0 / platform.SweepsADay, sweepSeconds);
        var closings = 365.0 * platform.ClosingsADay;
        double Billed(double seconds) => Math.Max(platform.MinimumSeconds, Math.Ceiling(seconds / platform.RoundingSeconds) * platform.RoundingSeconds);
        return new YearCost
        {
            Season = result,
            Years = years,
            GigabyteSeconds = (result.BilledSeconds + (sweeps * Billed(sweepSeconds)) + (closings * Billed(closeSeconds))) * platform.MemoryMb / 1024,
            Executions = result.Executions + sweeps + closings,
            Calls = Sum((result.Calls, 1), (sweep.Calls, sweeps), (look.Calls, (sweeps * (years - 1)) + (closings * years))),
            // An instance goes long before the next timer is due.
            HostCalls = Sum((platform.HostCallsPerStart, result.Starts + sweeps + closings), (platform.HostCallsPerTimer, sweeps + closings), (platform.PlatformCallsADay, 365)),
            Entities = entities,
            Bytes = (entities * platform.EntityBytes, years * result.BlobBytes),
            Sweep = sweep,
            SweepMebibytes = mebibytes,
        };
    }

    private static Dictionary<string, double> Sum(params ReadOnlySpan<(IReadOnlyDictionary<string, double> Calls, double Times)> parts)
    {
        var sum = new Dictionary<string, double>();
        foreach (var (calls, times) in parts)
        {
            foreach (var (kind, count) in calls) sum[kind] = sum.GetValueOrDefault(kind) + (count * times);
        }

        return sum;
    }
}
