using Capacity.Measuring;

namespace Capacity.Simulating;

/// <summary>What an operation takes at any number of units: as measured, in a straight line between two scales and beyond the last.</summary>
internal sealed class CostModel(Measured measured, Season season)
{
    private const int MostReach = 10_000;

    private readonly IReadOnlyList<MeasuredScale> scales = [.. measured.Scales.OrderBy(s => s.Units)];

    /// <summary>The operation with so many units in force.</summary>
    public OperationCost At(string name, double units)
    {
        var (low, high, share) = Operations(name, units);
        double Between(Func<Operation, double> of) => Math.Max(0, of(low) + ((of(high) - of(low)) * share));
        var calls = low.Calls.Keys.Union(high.Calls.Keys).ToDictionary(kind => kind, kind => Between(o => o.Calls.GetValueOrDefault(kind)));
        return Cost(calls, Between(o => o.CpuMilliseconds), Between(o => o.EntitiesRead), Between(o => o.BlobBytesWritten));
    }

    /// <summary>Largest working set, MiB.</summary>
    public double Memory(string name, double units)
    {
        var (low, high, share) = Operations(name, units);
        return Math.Max(low.PeakMebibytes, low.PeakMebibytes + ((high.PeakMebibytes - low.PeakMebibytes) * share));
    }

    /// <summary>The most units at which an operation still fits.</summary>
    public int Reach(string name, double mebibytes)
    {
        var units = 1;
        while (units < MostReach && Memory(name, units + 1) <= mebibytes) units++;
        return units;
    }

    /// <summary>Looking so often for the scan's verdict: a look is what the ingestion that had to look twice took more than the one that did not.</summary>
    public OperationCost Look(int times)
    {
        var (once, twice) = (measured.Scan.Operations[OperationName.VerdictAtFirstLook], measured.Scan.Operations[OperationName.VerdictAtSecondLook]);
        return Cost(twice.Calls.ToDictionary(c => c.Key, c => times * (c.Value - once.Calls.GetValueOrDefault(c.Key))), 0, 0, 0);
    }

    /// <summary>Adds what it takes to read so many changed returns besides the one that is in the measurement.</summary>
    public OperationCost WithReads(OperationCost one, double more)
    {
        if (more <= 0) return one;
        // From the scales whose facts came from the emulator.
        var whole = scales.Where(s => !s.FactsInMemory).OrderBy(s => s.Units).Last();
        var (all, single) = (whole.Operations[OperationName.ConsolidateAll], whole.Operations[OperationName.ConsolidateOne]);
        var each = Math.Max(0, all.CpuMilliseconds - single.CpuMilliseconds) / (whole.Units - 1);
        var calls = new Dictionary<string, double>(one.Calls) { [CallKind.TableQuery] = one.Calls.GetValueOrDefault(CallKind.TableQuery) + more };
        return Cost(calls, one.CpuMilliseconds + (each * more), one.EntitiesRead + (RowsPerReturn * more), one.BlobBytesWritten);
    }

    /// <summary>Entities a stored return has.</summary>
    public double RowsPerReturn
    {
        get
        {
            var (all, nothing) = (scales[0].Operations[OperationName.ConsolidateAll], scales[0].Operations[OperationName.ConsolidateNothing]);
            return (all.EntitiesRead - nothing.EntitiesRead) / scales[0].Units;
        }
    }

    /// <summary>A sweep over so many entities: it reads everything, so only their number counts.</summary>
    public (OperationCost Cost, double Mebibytes) Sweep(double entities)
    {
        // Scales without facts of their own say nothing about it.
        var seen = scales.Where(s => !s.FactsInMemory).Select(s => s.Operations[OperationName.Sweep]).ToList();
        var (low, high) = (seen[0], seen[^1]);
        var share = (entities - low.EntitiesRead) / (high.EntitiesRead - low.EntitiesRead);
        double Line(Func<Operation, double> of) => Math.Max(of(low), of(low) + ((of(high) - of(low)) * share));
        var calls = low.Calls.Keys.Union(high.Calls.Keys).ToDictionary(kind => kind, kind => Line(o => o.Calls.GetValueOrDefault(kind)));
        return (Cost(calls, Line(o => o.CpuMilliseconds), entities, 0), Line(o => o.PeakMebibytes));
    }

    private OperationCost Cost(Dictionary<string, double> calls, double cpu, double entities, double bytes) => new(
        calls, cpu / 1000 / season.Platform.CoreSpeed / Math.Min(1, season.Platform.Cores), calls.Sum(c => c.Value * season.Latency.GetValueOrDefault(c.Key)) / 1000, cpu, entities, bytes);

    /// <summary>The operation at the two scales between or before which a number of units lies, and how far from the first to the second.</summary>
    private (Operation Low, Operation High, double Share) Operations(string name, double units)
    {
        var known = scales.Where(s => s.Operations.ContainsKey(name)).ToList();
        var above = Math.Clamp(known.FindIndex(s => s.Units >= units) is var at && at < 0 ? known.Count - 1 : at, Math.Min(1, known.Count - 1), known.Count - 1);
        var (low, high) = (known[Math.Max(0, above - 1)], known[above]);
        return (low.Operations[name], high.Operations[name], low == high ? 0 : Math.Max(0, (units - low.Units) / (high.Units - low.Units)));
    }
}

/// <summary>What one operation takes on an instance.</summary>
/// <param name="Calls">By kind.</param>
/// <param name="CpuSeconds">On one instance that does nothing else.</param>
/// <param name="WaitSeconds">For storage, one call after the other: an upper bound, since some run side by side.</param>
/// <param name="CpuMilliseconds">On the measuring machine.</param>
/// <param name="EntitiesRead">From tables.</param>
/// <param name="BlobBytesWritten">Bytes.</param>
internal sealed record OperationCost(
    IReadOnlyDictionary<string, double> Calls, double CpuSeconds, double WaitSeconds, double CpuMilliseconds, double EntitiesRead, double BlobBytesWritten)
{
    public double Seconds => CpuSeconds + WaitSeconds;
}
