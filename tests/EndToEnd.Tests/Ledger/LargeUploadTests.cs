using System.Security.Cryptography;
using Azure.Storage.Blobs;
using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;

namespace EndToEnd.Tests.Ledger;

/// <summary>Counts what the process allocates, so no other test may run beside it.</summary>
[Collection(UndisturbedAzurite.Name)]
public sealed class LargeUploadTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_upload_far_too_large_comes_with_its_hash_and_is_not_held_in_memory()
    {
        using var ledger = await Ledgers.PreparedAsync(azurite);
        var returns = azurite.Storage.Blobs.GetBlobContainerClient("returns");
        var path = $"{Ledgers.NewYear()}/430100/large.xlsx";
        var length = UploadContent.Limit + 1;
        await using (var writing = await returns.GetBlobClient(path).OpenWriteAsync(overwrite: true))
        {
            await writing.WriteAsync(new byte[length]);
        }
        var before = GC.GetTotalAllocatedBytes();

        var read = await ledger.ReadUploadAsync(path, default);
        var allocated = GC.GetTotalAllocatedBytes() - before;

        Assert.Null(read!.Bytes);
        Assert.Equal(length, read.Upload.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(new byte[length])), read.Hash);
        Assert.InRange(allocated, 0, UploadContent.Limit / 2);
    }
}
