using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Pipeline.Ledger;

/// <summary>Counts the requests that are really sent, retries among them. Add one instance to the options of all clients,
/// at <see cref="HttpPipelinePosition.PerRetry"/>.</summary>
public sealed class StorageCallCounter : HttpPipelinePolicy
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Requests by kind, such as <c>blob PUT</c>, <c>table POST</c> (a transaction is one), <c>queue GET</c>.</summary>
    public IReadOnlyDictionary<string, int> Counts => new SortedDictionary<string, int>(counts.ToDictionary(), StringComparer.Ordinal);

    public int Total => counts.Values.Sum();

    public void Reset() => counts.Clear();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message);
        return ProcessNextAsync(message, pipeline);
    }

    private void Count(HttpMessage message) =>
        counts.AddOrUpdate($"{Store(message.Request)} {message.Request.Method}", 1, (_, count) => count + 1);

    // The client says which it is; addresses do not, since the emulator keeps all stores on one host.
    private static string Store(Request request) => request.Headers.TryGetValue("User-Agent", out var agent) ? agent switch
    {
        _ when agent.Contains("Storage.Blobs", StringComparison.Ordinal) => "blob",
        _ when agent.Contains("Data.Tables", StringComparison.Ordinal) => "table",
        _ when agent.Contains("Storage.Queues", StringComparison.Ordinal) => "queue",
        _ => "other",
    } : "other";
}
