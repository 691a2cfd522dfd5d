using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Pipeline.Ledger.Storage;

/// <summary>Blobs that are written once: whoever comes second finds the first.</summary>
internal static class WriteOnce
{
    /// <summary>Writes a blob unless there is one of this name.</summary>
    /// <returns>False when there was one: somebody else's, or our own whose answer was lost.</returns>
    public static async Task<bool> TryWriteAsync(this BlobContainerClient container, string name, byte[] content, BlobHttpHeaders headers, CancellationToken ct)
    {
        try
        {
            var options = new BlobUploadOptions { HttpHeaders = headers, Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), options, ct);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412 && (fault.ErrorCode == BlobErrorCode.BlobAlreadyExists || fault.ErrorCode == BlobErrorCode.ConditionNotMet))
        {
            return false;
        }
    }

    /// <summary>The content of a blob, or null when there is none.</summary>
    public static async Task<byte[]?> FindAsync(this BlobContainerClient container, string name, CancellationToken ct)
    {
        try
        {
            return (await container.GetBlobClient(name).DownloadContentAsync(ct)).Value.Content.ToArray();
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
