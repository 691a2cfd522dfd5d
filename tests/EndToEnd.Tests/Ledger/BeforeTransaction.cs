using Azure.Core;
using Azure.Core.Pipeline;

namespace EndToEnd.Tests.Ledger;

/// <summary>Does something once, just before the first transaction is sent.</summary>
internal sealed class BeforeTransaction(Func<Task> act) : HttpPipelinePolicy
{
    private Func<Task>? next = act;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) && Interlocked.Exchange(ref next, null) is { } act)
            await act();
        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The ledger makes no blocking calls.");
}
