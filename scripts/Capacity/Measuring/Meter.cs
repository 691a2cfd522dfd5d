using System.Diagnostics;

namespace Capacity.Measuring;

/// <summary>Takes the measure of operations: calls, processor time, working set.</summary>
internal sealed class Meter(CallLog log)
{
    private const double Mebibyte = 1 << 20;

    private readonly Dictionary<string, List<Sample>> samples = [];

    public Task<T> TakeAsync<T>(string name, Func<Task<T>> operation) => TakeAsync(_ => name, operation);

    /// <param name="nameOf">What it was, seen from its result; null when it is not to count.</param>
    /// <param name="operation">The operation.</param>
    public async Task<T> TakeAsync<T>(Func<T, string?> nameOf, Func<Task<T>> operation)
    {
        log.Reset();
        using var watch = new PeakWatch();
        var before = Processor();
        var result = await operation();
        var sample = new Sample(log.Calls, log.EntitiesRead, log.BlobBytesWritten, (Processor() - before).TotalMilliseconds, watch.Peak / Mebibyte);
        if (nameOf(result) is not { } name) return result;
        if (!samples.TryGetValue(name, out var list)) samples[name] = list = [];
        list.Add(sample);
        return result;
    }

    public Task TakeAsync(string name, Func<Task> operation) => TakeAsync(name, async () =>
    {
        await operation();
        return true;
    });

    /// <summary>What was seen but counts for nothing: the runtime was still warming up.</summary>
    public void Forget() => samples.Clear();

    public IReadOnlyDictionary<string, Operation> Read() => samples.ToDictionary(s => s.Key, s => Sum(s.Value));

    private static Operation Sum(List<Sample> seen)
    {
        var calls = CallKind.All.Select(kind => (kind, count: seen.Average(s => s.Calls.GetValueOrDefault(kind)))).Where(c => c.count > 0);
        return new Operation(
            seen.Count, calls.ToDictionary(c => c.kind, c => Math.Round(c.count, 3)), seen.Min(s => s.Calls.Values.Sum()), seen.Max(s => s.Calls.Values.Sum()),
            Math.Round(seen.Average(s => s.Entities), 1), Math.Round(seen.Average(s => s.Bytes)), Math.Round(seen.Average(s => s.Cpu), 1), Math.Round(seen.Max(s => s.Peak), 1));
    }

    private static TimeSpan Processor()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private sealed record Sample(IReadOnlyDictionary<string, int> Calls, double Entities, double Bytes, double Cpu, double Peak);

    /// <summary>Looks at the working set every few milliseconds.</summary>
    private sealed class PeakWatch : IDisposable
    {
        private readonly Timer timer;
        private long peak = Environment.WorkingSet;

        public PeakWatch() => timer = new Timer(_ => Look(), null, 20, 20);

        public long Peak
        {
            get
            {
                Look();
                return Interlocked.Read(ref peak);
            }
        }

        public void Dispose() => timer.Dispose();

        private void Look() => Interlocked.Exchange(ref peak, Math.Max(Interlocked.Read(ref peak), Environment.WorkingSet));
    }
}
