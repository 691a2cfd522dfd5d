using Azure.Core;
using Azure.Core.Pipeline;

namespace EndToEnd.Tests.Ledger;

/// <summary>Lets the first answer break off after some bytes, and does something before the client can go on.</summary>
internal sealed class BrokenDownload(int after, Func<Task> meanwhile) : HttpPipelinePolicy
{
    public bool Broke { get; private set; }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (Broke)
            return;
        Broke = true;
        var whole = new MemoryStream();
        await message.Response.ContentStream!.CopyToAsync(whole);
        message.Response.ContentStream = new Breaking(whole.ToArray()[..after], meanwhile);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The ledger makes no blocking calls.");

    private sealed class Breaking(byte[] first, Func<Task> then) : MemoryStream(first)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < Length)
                return await base.ReadAsync(buffer, cancellationToken);
            await then();
            throw new IOException("the line went down");
        }

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
    }
}
