using System.IO.Compression;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Consolidation;

namespace Pipeline.Ledger.Storage;

/// <summary>Snapshots as compressed JSON, written once under their id.</summary>
internal sealed class SnapshotStore(BlobContainerClient container)
{
    private static readonly BlobHttpHeaders Gzip = new() { ContentType = "application/gzip" };

    public async Task WriteAsync(Snapshot snapshot, CancellationToken ct)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) JsonSerializer.Serialize(gzip, snapshot);
        // One that is there has the same id, hence the same content.
        await container.TryWriteAsync(Names.Snapshot(snapshot.Year, snapshot.Id), compressed.ToArray(), Gzip, ct);
    }

    public async Task<Snapshot?> ReadAsync(int year, string id, CancellationToken ct)
    {
        if (await container.FindAsync(Names.Snapshot(year, id), ct) is not { } bytes) return null;
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<Snapshot>(gzip);
    }
}
