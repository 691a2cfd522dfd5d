using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Workbooks;

namespace Pipeline.Ledger;

/// <summary>What was uploaded.</summary>
internal sealed class UploadStore(BlobContainerClient container, Race race)
{
    public Task<UploadContent?> ReadAsync(string path, CancellationToken ct) => race.RunAsync(token => TryReadAsync(path, token), ct);

    /// <summary>The verdict as the scan writes it: a tag on the blob, which an overwrite takes away.</summary>
    public async Task<UploadScan?> ReadScanAsync(string path, CancellationToken ct)
    {
        var blob = container.GetBlobClient(path);
        try
        {
            var properties = (await blob.GetPropertiesAsync(cancellationToken: ct)).Value;
            var tags = (await blob.GetTagsAsync(cancellationToken: ct)).Value.Tags;
            var upload = new Upload(path, Plain(properties.ETag), properties.LastModified, properties.ContentLength);
            return new(upload, tags.TryGetValue(UploadScan.Tag, out var result) ? result : null);
        }
        catch (RequestFailedException gone) when (gone.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<Upload> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: ct))
        {
            var properties = blob.Properties;
            yield return new(blob.Name, Plain(properties.ETag!.Value), properties.LastModified!.Value, properties.ContentLength ?? 0);
        }
    }

    private async Task<UploadContent?> TryReadAsync(string path, CancellationToken ct)
    {
        try
        {
            // One GET gives bytes, ETag and time together; should the connection break, the client goes on under If-Match.
            using BlobDownloadStreamingResult download = await container.GetBlobClient(path).DownloadStreamingAsync(cancellationToken: ct);
            var details = download.Details;
            var upload = new Upload(path, Plain(details.ETag), details.LastModified, details.ContentLength);
            // Not even for its hash: a blob of many gigabytes would outlast the call, try after try.
            if (upload.Length > UploadContent.Limit) return UploadContent.Unread(upload, WorkbookRefusal.TooLarge);
            var bytes = new byte[upload.Length];
            await download.Content.ReadExactlyAsync(bytes, ct);
            return new(upload, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);
        }
        catch (RequestFailedException gone) when (gone.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
        catch (RequestFailedException changed) when (changed.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            throw new RaceLostException($"The upload {path}", changed);
        }
    }

    // A listing gives ETags bare, a header gives them in quotes.
    private static string Plain(ETag tag) => tag.ToString().Trim('"');
}
