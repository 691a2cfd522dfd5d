using Azure.Core;
using Azure.Core.Pipeline;
using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;
using Pipeline.Workbooks;

namespace EndToEnd.Tests.Ledger;

[Collection(SharedAzurite.Name)]
public sealed class LargeUploadTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_upload_far_too_large_is_known_by_its_length_and_not_read()
    {
        using var ledger = await Ledgers.PreparedAsync(azurite);
        var blob = azurite.Storage.Blobs.GetBlobContainerClient("returns").GetBlobClient($"{Ledgers.NewYear()}/430100/large.xlsx");
        await using (var writing = await blob.OpenWriteAsync(overwrite: true))
        {
            await writing.WriteAsync(new byte[UploadContent.Limit + 1]);
        }
        var listed = await ledger.ListUploadsAsync(default).SingleAsync(u => u.Path == blob.Name);
        var counted = new CountedDownload();
        using var reader = Ledgers.On(azurite, null, HttpPipelinePosition.PerRetry, counted);

        var read = await reader.ReadUploadAsync(blob.Name, default);
        await blob.DeleteAsync();

        Assert.Equal(UploadContent.Unread(listed, WorkbookRefusal.TooLarge), read);
        Assert.Equal((1, 0), (counted.Answers, counted.Read));
    }

    /// <summary>How much is read of what the store answers.</summary>
    private sealed class CountedDownload : HttpPipelinePolicy
    {
        public int Answers { get; private set; }

        public long Read { get; private set; }

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            Answers++;
            message.Response.ContentStream = new Counting(message.Response.ContentStream!, read => Read += read);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The ledger makes no blocking calls.");
    }

    private sealed class Counting(Stream inner, Action<int> count) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            count(read);
            return read;
        }

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The ledger makes no blocking calls.");

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
