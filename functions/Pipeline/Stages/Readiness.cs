using Azure;
using Pipeline.Ledger;
using Polly;
using Polly.Timeout;

namespace Pipeline.Stages;

/// <summary>Whether this instance can do its work: every store answers.</summary>
public sealed class Readiness(ILedger ledger)
{
    private static readonly ResiliencePipeline Patience = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(2)).Build();

    /// <summary>True when every store answers within two seconds.</summary>
    public async Task<bool> CheckAsync(CancellationToken ct)
    {
        try
        {
            await Patience.ExecuteAsync(async token => await ledger.PingAsync(token), ct);
            return true;
        }
        catch (Exception fault) when (fault is RequestFailedException or TimeoutRejectedException or AggregateException)
        {
            return false;
        }
    }
}
