using System.Security.Cryptography;
using Azure.Core;
using Azure.Storage.Blobs;
using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;

namespace EndToEnd.Tests.Ledger;

[Collection(SharedAzurite.Name)]
public sealed class UploadsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly BlobContainerClient returns = azurite.Storage.Blobs.GetBlobContainerClient("returns");
    private readonly int year = Ledgers.NewYear();
    private AzureLedger ledger = null!;

    public async ValueTask InitializeAsync() => ledger = await Ledgers.PreparedAsync(azurite);

    public async ValueTask DisposeAsync()
    {
        await foreach (var blob in returns.GetBlobsAsync())
            await returns.DeleteBlobAsync(blob.Name);
        ledger.Dispose();
    }

    [Fact]
    public async Task An_upload_is_read_with_its_bytes_its_hash_and_the_tag_that_the_listing_shows()
    {
        var path = $"{year}/430100/长沙市 #1?50%.xlsx";
        await returns.UploadBlobAsync(path, new BinaryData([1, 2, 3]));

        var read = await ledger.ReadUploadAsync(path, default);
        var listed = await ledger.ListUploadsAsync(default).SingleAsync(u => u.Path.StartsWith($"{year}/", StringComparison.Ordinal));

        Assert.Equal([1, 2, 3], read!.Bytes!);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([1, 2, 3])), read.Hash);
        Assert.Equal(listed, read.Upload);
        Assert.Equal((path, 3), (listed.Path, listed.Length));
    }

    [Fact]
    public async Task An_upload_that_is_gone_is_null() => Assert.Null(await ledger.ReadUploadAsync($"{year}/430100/gone.xlsx", default));

    [Fact]
    public async Task An_empty_upload_is_read_as_one_without_bytes()
    {
        await returns.UploadBlobAsync($"{year}/empty", new BinaryData([]));

        Assert.Empty((await ledger.ReadUploadAsync($"{year}/empty", default))!.Bytes!);
    }

    [Fact]
    public async Task An_upload_replaced_while_it_is_read_is_read_again_from_the_start()
    {
        var path = $"{year}/430100/changing.xlsx";
        await returns.UploadBlobAsync(path, new BinaryData(new byte[1000]));
        var replacement = Enumerable.Repeat((byte)7, 2000).ToArray();
        var broken = new BrokenDownload(500, () => returns.GetBlobClient(path).UploadAsync(new BinaryData(replacement), overwrite: true));
        using var reader = Ledgers.On(azurite, null, HttpPipelinePosition.PerRetry, broken);

        var read = await reader.ReadUploadAsync(path, default);

        Assert.True(broken.Broke);
        Assert.Equal(replacement, read!.Bytes);
        Assert.Equal(await ledger.ListUploadsAsync(default).SingleAsync(u => u.Path == path), read.Upload);
    }
}
