using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace Pipeline.Ledger.Storage;

/// <summary>Files of reports, written once, and links to them: read-only, one file, a quarter of an hour.</summary>
internal sealed class ReportStore(BlobServiceClient service, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Clocks differ: a link is good from a little before it was made.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan KeyLife = TimeSpan.FromHours(6);

    private readonly BlobContainerClient container = service.GetBlobContainerClient(Names.Reports);
    private UserDelegationKey? key;

    public Task WriteAsync(int year, string snapshot, string name, byte[] bytes, CancellationToken ct) =>
        container.TryWriteAsync(Names.Report(year, snapshot, name), bytes, new BlobHttpHeaders { ContentType = ContentType(name) }, ct);

    /// <summary>A link to a file, or null when it is not there.</summary>
    public async Task<Uri?> MintAsync(int year, string snapshot, string name, string downloadName, CancellationToken ct)
    {
        var blob = container.GetBlobClient(Names.Report(year, snapshot, name));
        if (!await blob.ExistsAsync(ct)) return null;
        var now = clock.GetUtcNow();
        var right = new BlobSasBuilder(BlobSasPermissions.Read, now + Life)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            StartsOn = now - Skew,
            // Only the emulator on this machine speaks plain HTTP.
            Protocol = blob.Uri.IsLoopback ? SasProtocol.HttpsAndHttp : SasProtocol.Https,
            ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(downloadName)}",
        };
        // With keys off there is only the delegated way; an account key is at hand against the emulator alone.
        return blob.CanGenerateSasUri
            ? blob.GenerateSasUri(right)
            : new BlobUriBuilder(blob.Uri) { Sas = right.ToSasQueryParameters(await KeyAsync(now, ct), service.AccountName) }.ToUri();
    }

    /// <summary>Two callers may both fetch a key; either is good.</summary>
    private async Task<UserDelegationKey> KeyAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (key is { } known && known.SignedExpiresOn > now + Life + Skew) return known;
        var options = new BlobGetUserDelegationKeyOptions(now + KeyLife) { StartsOn = now - Skew };
        return key = (await service.GetUserDelegationKeyAsync(options, ct)).Value;
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".json" => "application/json; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    };
}
