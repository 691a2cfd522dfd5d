using Azure.Core;
using Azure.Core.Pipeline;

namespace EndToEnd.Tests.Ledger;

/// <summary>What can go wrong with a call.</summary>
public enum FaultKind
{
    /// <summary>It never reaches the store.</summary>
    NotSent,

    /// <summary>The store does it, and its answer is lost.</summary>
    AnswerLost,

    /// <summary>The store is told twice, and the second answer is the one that arrives.</summary>
    SentTwice,
}

/// <summary>Disturbs one call, the n-th, and no other.</summary>
internal sealed class Fault(FaultKind kind, int call) : HttpPipelinePolicy
{
    private int calls;

    /// <summary>Whether there was an n-th call at all.</summary>
    public bool Struck => Volatile.Read(ref calls) >= call;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var strikes = Interlocked.Increment(ref calls) == call;
        if (strikes && kind == FaultKind.NotSent)
            throw new IOException("the line is down");
        if (strikes && kind == FaultKind.SentTwice)
            await ProcessNextAsync(message, pipeline);
        await ProcessNextAsync(message, pipeline);
        if (strikes && kind == FaultKind.AnswerLost)
            throw new IOException("the line went down");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The ledger makes no blocking calls.");
}
