using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace Pipeline.Ledger;

/// <summary>Links that open one blob for reading and nothing else, for a quarter of an hour. Signed as the identity we run under; with the
/// account key only against the emulator.</summary>
internal sealed class LinkMint(BlobServiceClient service, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KeyLife = TimeSpan.FromHours(6);

    private readonly SemaphoreSlim asking = new(1);
    private UserDelegationKey? key;

    public async Task<Uri?> MintIfThereAsync(BlobClient blob, string downloadName, CancellationToken ct) =>
        await blob.ExistsAsync(ct) ? await MintAsync(blob, downloadName, ct) : null;

    public async Task<Uri> MintAsync(BlobClient blob, string downloadName, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var sas = new BlobSasBuilder(BlobSasPermissions.Read, now + Life)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            StartsOn = now - Skew,
            Protocol = IsEmulator(blob.Uri) ? SasProtocol.HttpsAndHttp : SasProtocol.Https,
            ContentDisposition = Attachment(downloadName),
        };
        return blob.CanGenerateSasUri ? blob.GenerateSasUri(sas) : blob.GenerateUserDelegationSasUri(sas, await KeyAsync(now, ct));
    }

    public void Dispose() => asking.Dispose();

    /// <summary>The name in UTF-8 as RFC 5987 writes it, and for old readers without what is not ASCII. No spaces: in a query some write
    /// them as plus signs.</summary>
    private static string Attachment(string name) =>
        $"attachment;filename=\"{Ascii(name)}\";filename*=UTF-8''{Uri.EscapeDataString(name)}";

    private static string Ascii(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));

    private static bool IsEmulator(Uri uri) => uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback;

    // A key serves every link of some hours. Its time is asked for with room on both sides, or a link would be cut short by it.
    private async Task<UserDelegationKey> KeyAsync(DateTimeOffset now, CancellationToken ct)
    {
        await asking.WaitAsync(ct);
        try
        {
            if (key is null || key.SignedExpiresOn < now + (2 * Life) || key.SignedStartsOn > now - Skew)
            {
                var wish = new BlobGetUserDelegationKeyOptions(now + KeyLife) { StartsOn = now - (2 * Skew) };
                key = (await service.GetUserDelegationKeyAsync(wish, ct)).Value;
            }
            return key;
        }
        finally
        {
            asking.Release();
        }
    }
}
