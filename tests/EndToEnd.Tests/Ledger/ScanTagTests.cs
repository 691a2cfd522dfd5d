using Azure.Storage.Blobs;
using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;

namespace EndToEnd.Tests.Ledger;

/// <summary>Defender writes its verdict as an index tag of the blob, seconds after the upload.</summary>
[Collection(SharedAzurite.Name)]
public sealed class ScanTagTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Tag = "Malware Scanning scan result";

    private readonly BlobContainerClient returns = azurite.Storage.Blobs.GetBlobContainerClient("returns");
    private readonly string path = $"{Ledgers.NewYear()}/430100/长沙市 #1.xlsx";
    private AzureLedger ledger = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = await Ledgers.PreparedAsync(azurite);
        await returns.UploadBlobAsync(path, new BinaryData([1, 2, 3]));
    }

    public async ValueTask DisposeAsync()
    {
        await returns.DeleteBlobIfExistsAsync(path);
        ledger.Dispose();
    }

    [Fact]
    public async Task An_upload_that_was_not_scanned_yet_has_no_result()
    {
        var scan = (await ledger.ReadScanAsync(path, default))!;

        Assert.Equal((null, false, false), (scan.Result, scan.IsClean, scan.IsInfected));
        Assert.Equal((await ledger.ReadUploadAsync(path, default))!.Upload, scan.Upload);
    }

    [Theory]
    [InlineData("No threats found", true, false)]
    [InlineData("Malicious", false, true)]
    [InlineData("Not scanned", false, false)]
    public async Task The_tag_is_the_result(string result, bool clean, bool infected)
    {
        await TagAsync(result);

        var scan = (await ledger.ReadScanAsync(path, default))!;

        Assert.Equal((result, clean, infected), (scan.Result, scan.IsClean, scan.IsInfected));
    }

    [Fact]
    public async Task Other_tags_say_nothing()
    {
        await returns.GetBlobClient(path).SetTagsAsync(new Dictionary<string, string> { ["Malware Scanning scan time UTC"] = "2024-03-01 04:00:00Z", ["unit"] = "No threats found" });

        Assert.Null((await ledger.ReadScanAsync(path, default))!.Result);
    }

    [Fact]
    public async Task A_verdict_is_about_the_bytes_that_were_scanned_and_goes_with_them()
    {
        await TagAsync("No threats found");
        await returns.GetBlobClient(path).UploadAsync(new BinaryData([4, 5, 6]), overwrite: true);

        Assert.Null((await ledger.ReadScanAsync(path, default))!.Result);
    }

    [Fact]
    public async Task Of_an_upload_that_is_gone_there_is_no_scan()
    {
        await returns.DeleteBlobAsync(path);

        Assert.Null(await ledger.ReadScanAsync(path, default));
    }

    private async Task TagAsync(string result) => await returns.GetBlobClient(path).SetTagsAsync(new Dictionary<string, string> { [Tag] = result });
}
