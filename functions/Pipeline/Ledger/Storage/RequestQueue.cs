using System.Text.Json;
using Azure.Storage.Queues;

namespace Pipeline.Ledger.Storage;

/// <summary>Requests that the queue triggers answer.</summary>
internal sealed class RequestQueue(QueueClient queue)
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <summary>Sends a request as JSON; it waits until somebody takes it.</summary>
    public Task SendAsync(object request, CancellationToken ct) =>
        queue.SendMessageAsync(BinaryData.FromString(JsonSerializer.Serialize(request, JsonSerializerOptions.Web)), timeToLive: Forever, cancellationToken: ct);
}
