using Polly;
using Polly.Retry;

namespace Pipeline.Ledger;

/// <summary>Runs read-compare-write steps again when another writer came between. Faults of the store are not its matter: the clients have
/// tried those again already.</summary>
internal sealed class Race(TimeProvider clock)
{
    private readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<RaceLostException>(),
            MaxRetryAttempts = 50,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(5),
            MaxDelay = TimeSpan.FromMilliseconds(500),
        })
        .Build();

    /// <param name="attempt">Throws <see cref="RaceLostException"/> to be run again from its first read.</param>
    /// <param name="ct">Ends the waiting too.</param>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken ct) =>
        await pipeline.ExecuteAsync(static async (work, token) => await work(token), attempt, ct);
}
