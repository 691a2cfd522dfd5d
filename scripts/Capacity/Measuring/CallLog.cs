using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Capacity.Measuring;

/// <summary>Counts the requests that are really sent, by the kinds that are priced, and the entities the tables hand out. Stands at
/// <see cref="HttpPipelinePosition.PerRetry"/>, so that retries count.</summary>
internal sealed class CallLog : HttpPipelinePolicy
{
    private readonly ConcurrentDictionary<string, int> calls = new(StringComparer.Ordinal);
    private long entitiesRead;
    private long blobBytesWritten;

    public IReadOnlyDictionary<string, int> Calls => new SortedDictionary<string, int>(calls.ToDictionary(), StringComparer.Ordinal);

    public int Total => calls.Values.Sum();

    /// <summary>Entities in the answers of table queries.</summary>
    public long EntitiesRead => Interlocked.Read(ref entitiesRead);

    public long BlobBytesWritten => Interlocked.Read(ref blobBytesWritten);

    public void Reset()
    {
        calls.Clear();
        Interlocked.Exchange(ref entitiesRead, 0);
        Interlocked.Exchange(ref blobBytesWritten, 0);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var kind = Note(message);
        ProcessNext(message, pipeline);
        Look(message, kind);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var kind = Note(message);
        await ProcessNextAsync(message, pipeline);
        Look(message, kind);
    }

    private string Note(HttpMessage message)
    {
        var kind = KindOf(message.Request);
        calls.AddOrUpdate(kind, 1, (_, count) => count + 1);
        if (kind == CallKind.BlobWrite && message.Request.Content is { } content && content.TryComputeLength(out var length))
            Interlocked.Add(ref blobBytesWritten, length);
        return kind;
    }

    // The answer is buffered by now; its entities are counted by a property each of them has once.
    private void Look(HttpMessage message, string kind)
    {
        if (kind != CallKind.TableQuery || !message.HasResponse || message.Response.ContentStream is not MemoryStream { } body || !body.TryGetBuffer(out var bytes)) return;
        Interlocked.Add(ref entitiesRead, bytes.AsSpan().Count("\"PartitionKey\":"u8));
    }

    private static string KindOf(Request request)
    {
        var (client, method, uri) = (request.Headers.TryGetValue("User-Agent", out var agent) ? agent : "", request.Method, request.Uri);
        if (client.Contains("Data.Tables", StringComparison.Ordinal))
        {
            return uri.Path.EndsWith("$batch", StringComparison.Ordinal) ? CallKind.TableTransaction
                : method == RequestMethod.Get ? CallKind.TableQuery : CallKind.TableWrite;
        }

        if (client.Contains("Storage.Queues", StringComparison.Ordinal))
            return method == RequestMethod.Delete ? CallKind.QueueDelete : method == RequestMethod.Get ? CallKind.QueueGet : CallKind.QueuePut;
        return uri.Query.Contains("comp=list", StringComparison.Ordinal) ? CallKind.BlobList
            : method == RequestMethod.Get || method == RequestMethod.Head ? CallKind.BlobRead : CallKind.BlobWrite;
    }
}
