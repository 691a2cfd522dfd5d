using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Storage.Blobs;
using Pipeline.Consolidation;

namespace Pipeline.Ledger;

/// <summary>Snapshots as compressed JSON, one blob each, <c>2023/{id}.json.gz</c>. The id is made of what is inside, so the first write is
/// as good as any.</summary>
internal sealed partial class SnapshotStore(BlobContainerClient container)
{
    public async Task WriteAsync(Snapshot snapshot, CancellationToken ct)
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await JsonSerializer.SerializeAsync(zip, snapshot, SnapshotJson.Default.Snapshot, ct);
        await Blob(snapshot.Year, snapshot.Id).WriteOnceAsync(packed.ToArray(), "application/gzip", ct);
    }

    /// <exception cref="InvalidDataException">The blob is damaged or holds another snapshot.</exception>
    public async Task<Snapshot?> ReadAsync(int year, string id, CancellationToken ct)
    {
        if (await Blob(year, id).ReadIfThereAsync(ct) is not { } packed)
            return null;
        await using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var snapshot = await JsonSerializer.DeserializeAsync(zip, SnapshotJson.Default.Snapshot, ct);
        return snapshot is not null && snapshot.Year == year && snapshot.Id == id
            ? snapshot
            : throw new InvalidDataException($"The blob of snapshot {year}/{id} holds another one.");
    }

    private BlobClient Blob(int year, string id) => container.GetBlobClient($"{year}/{KeyText.Of(id)}.json.gz");

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Snapshot))]
    private sealed partial class SnapshotJson : JsonSerializerContext;
}
