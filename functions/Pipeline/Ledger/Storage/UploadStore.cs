using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Pipeline.Ledger.Storage;

/// <summary>The container that clerks upload to. Read only.</summary>
internal sealed class UploadStore(BlobContainerClient container)
{
    /// <summary>An upload, or null when it is gone. The client goes on after a broken connection only if the blob is still the same.</summary>
    public async Task<UploadContent?> ReadAsync(string path, long most, CancellationToken ct)
    {
        try
        {
            using var download = (await container.GetBlobClient(path).DownloadStreamingAsync(cancellationToken: ct)).Value;
            var details = download.Details;
            var upload = new Upload(path, details.ETag.ToString("H"), details.LastModified, details.ContentLength);
            if (upload.Length > most) return new UploadContent(upload, Convert.ToHexStringLower(await SHA256.HashDataAsync(download.Content, ct)), null);
            var bytes = new byte[upload.Length];
            await download.Content.ReadExactlyAsync(bytes, ct);
            return new UploadContent(upload, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<Upload> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: ct))
        {
            var facts = blob.Properties;
            yield return new Upload(blob.Name, facts.ETag!.Value.ToString("H"), facts.LastModified!.Value, facts.ContentLength ?? 0);
        }
    }
}
