using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Storage.Queues;

namespace Pipeline.Ledger;

/// <summary>Requests to the functions that add up a year, write its report, and look again for the scan of an upload. One request too many does
/// no harm: each looks first whether there is anything to do.</summary>
internal sealed partial class RequestQueues(QueueClient consolidations, QueueClient emissions, QueueClient scans)
{
    // By default a message is dropped after seven days; a request must outlive any outage.
    private static readonly TimeSpan ForGood = TimeSpan.FromSeconds(-1);

    public Task RequestConsolidationAsync(int year, CancellationToken ct) =>
        SendAsync(consolidations, JsonSerializer.Serialize(new(year), RequestJson.Default.YearRequest), ct);

    public Task RequestEmissionAsync(int year, string snapshot, CancellationToken ct) =>
        SendAsync(emissions, JsonSerializer.Serialize(new(year, snapshot), RequestJson.Default.SnapshotRequest), ct);

    public Task RequestIngestionAsync(string upload, TimeSpan pause, CancellationToken ct) =>
        SendAsync(scans, JsonSerializer.Serialize(new(upload), RequestJson.Default.UploadRequest), ct, pause);

    public Task PrepareAsync(CancellationToken ct) => Task.WhenAll(
        consolidations.CreateIfNotExistsAsync(cancellationToken: ct),
        emissions.CreateIfNotExistsAsync(cancellationToken: ct),
        scans.CreateIfNotExistsAsync(cancellationToken: ct));

    public Task PingAsync(CancellationToken ct) => consolidations.GetPropertiesAsync(ct);

    private static async Task SendAsync(QueueClient queue, string request, CancellationToken ct, TimeSpan? pause = null) =>
        await queue.SendMessageAsync(request, visibilityTimeout: pause, timeToLive: ForGood, cancellationToken: ct);

    internal sealed record YearRequest(int Year);

    internal sealed record SnapshotRequest(int Year, string Snapshot);

    internal sealed record UploadRequest(string Upload);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(YearRequest))]
    [JsonSerializable(typeof(SnapshotRequest))]
    [JsonSerializable(typeof(UploadRequest))]
    private sealed partial class RequestJson : JsonSerializerContext;
}
