using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Pipeline.Ledger;

/// <summary>Blobs that are written once and never changed.</summary>
internal static class WriteOnce
{
    /// <returns>False when a blob of that name was there before, by us or by another.</returns>
    public static async Task<bool> WriteOnceAsync(this BlobClient blob, ReadOnlyMemory<byte> content, string contentType, CancellationToken ct)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = contentType },
            Conditions = new() { IfNoneMatch = ETag.All },
        };
        try
        {
            await blob.UploadAsync(new BinaryData(content), options, ct);
            return true;
        }
        catch (RequestFailedException there) when (SaysThere(there))
        {
            return false;
        }
    }

    /// <summary>The blob's bytes, or null when there is no such blob.</summary>
    public static async Task<byte[]?> ReadIfThereAsync(this BlobClient blob, CancellationToken ct)
    {
        try
        {
            return (await blob.DownloadContentAsync(ct)).Value.Content.ToArray();
        }
        catch (RequestFailedException gone) when (gone.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    // Other conflicts (a container being deleted, a lease) are faults.
    private static bool SaysThere(RequestFailedException fault) =>
        fault.ErrorCode == BlobErrorCode.BlobAlreadyExists
        || fault.ErrorCode == BlobErrorCode.ConditionNotMet
        || fault.ErrorCode == BlobErrorCode.BlobImmutableDueToPolicy;
}
