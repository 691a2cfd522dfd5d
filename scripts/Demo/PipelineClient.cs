using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Ledger;
using Pipeline.Returns.Receipts;
using Pipeline.Stages;
using Pipeline.Workbooks;

namespace Demo;

/// <summary>The pipeline as its users see it: a container to upload to, receipts, and HTTP.</summary>
internal sealed class PipelineClient(Uri address, BlobServiceClient storage, int year) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    public void Dispose() => http.Dispose();

    /// <summary>Uploads a return, as a clerk would with a browser.</summary>
    public async Task UploadAsync(UploadFile file, CancellationToken ct) =>
        await Blob(file).UploadAsync(BinaryData.FromBytes(file.Content), overwrite: true, ct);

    /// <summary>The receipt of a file, or null while there is none.</summary>
    public async Task<(Receipt Receipt, byte[] Json)?> FindReceiptAsync(UploadFile file, CancellationToken ct)
    {
        try
        {
            var name = $"{year}/{file.Unit}/{await HashAsync(file, ct)}.json";
            var json = (await storage.GetBlobContainerClient("receipts").GetBlobClient(name).DownloadContentAsync(ct)).Value.Content.ToArray();
            return (ReceiptJson.Read(json), json);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound || missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    public async Task<YearReport> ReadYearAsync(CancellationToken ct) =>
        await http.GetFromJsonAsync<YearReport>($"/api/years/{year}", JsonSerializerOptions.Web, ct) ?? throw new DemoException("The host said nothing about the year.");

    /// <summary>Has the year-end timer look now, by the endpoint that the Functions host has for it too.</summary>
    public async Task CloseYearAsync(CancellationToken ct) =>
        (await http.PostAsJsonAsync("/admin/functions/CloseYear", new { input = "" }, ct)).EnsureSuccessStatusCode();

    /// <summary>Follows the link to a file of the report.</summary>
    /// <exception cref="DemoException">There is no such file; the message is the host's reason.</exception>
    public async Task<byte[]> DownloadAsync(string file, CancellationToken ct)
    {
        using var answer = await http.GetAsync($"/api/years/{year}/report?file={file}", ct);
        if (answer.StatusCode != HttpStatusCode.Found || answer.Headers.Location is not { } link)
            throw new DemoException($"No link to {file}: {await answer.Content.ReadAsStringAsync(ct)}");
        return await http.GetByteArrayAsync(link, ct);
    }

    private BlobClient Blob(UploadFile file) => storage.GetBlobContainerClient("returns").GetBlobClient($"{year}/{file.Unit}/{file.Name}");

    // What is far too large is answered without being read, and its receipt is named after the place where it lies.
    private async Task<string> HashAsync(UploadFile file, CancellationToken ct)
    {
        if (file.Content.Length <= UploadContent.Limit) return Convert.ToHexStringLower(SHA256.HashData(file.Content));
        var blob = Blob(file);
        var lying = (await blob.GetPropertiesAsync(cancellationToken: ct)).Value;
        return UploadContent.Unread(new Upload(blob.Name, lying.ETag.ToString().Trim('"'), lying.LastModified, lying.ContentLength), WorkbookRefusal.TooLarge).Hash;
    }
}
