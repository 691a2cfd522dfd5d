using Azure.Core;
using Azure.Core.Pipeline;

namespace EndToEnd.Tests.Ledger;

/// <summary>Does something once, just before the first call of a kind is sent.</summary>
internal sealed class Before(Func<HttpMessage, bool> isMeant, Func<Task> act) : HttpPipelinePolicy
{
    private Func<Task>? next = act;

    public static Before Transaction(Func<Task> act) => new(m => m.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal), act);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (isMeant(message) && Interlocked.Exchange(ref next, null) is { } act)
            await act();
        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The ledger makes no blocking calls.");
}
