using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Benchmarks.Year;

/// <summary>Counts what is sent to storage and adds up how long the answers took.</summary>
internal sealed class CallCounter : HttpPipelinePolicy
{
    private int calls;
    private long ticks;

    public int Calls => calls;

    public TimeSpan Waited => Stopwatch.GetElapsedTime(0, ticks);

    public void Reset() => (calls, ticks) = (0, 0);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var started = Stopwatch.GetTimestamp();
        ProcessNext(message, pipeline);
        Count(started);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var started = Stopwatch.GetTimestamp();
        await ProcessNextAsync(message, pipeline);
        Count(started);
    }

    private void Count(long started)
    {
        Interlocked.Increment(ref calls);
        Interlocked.Add(ref ticks, Stopwatch.GetTimestamp() - started);
    }
}
