using Pipeline.Ledger;
using Polly;
using Polly.Retry;

namespace Pipeline.Stages;

/// <summary>Changes to a year's row that somebody else may change at the same moment: read again, decide again.</summary>
internal static class YearRace
{
    private const int Tries = 8;

    private static readonly ResiliencePipeline<bool> Pipeline = new ResiliencePipelineBuilder<bool>()
        .AddRetry(new RetryStrategyOptions<bool>
        {
            ShouldHandle = new PredicateBuilder<bool>().HandleResult(false),
            MaxRetryAttempts = Tries - 1,
            Delay = TimeSpan.FromMilliseconds(20),
            MaxDelay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    /// <summary>Runs the attempt until it says it was done.</summary>
    /// <exception cref="RaceLostException">Others kept winning; the trigger, or the caller, tries again later.</exception>
    public static async Task RunAsync(Func<CancellationToken, ValueTask<bool>> attempt, CancellationToken ct)
    {
        if (!await Pipeline.ExecuteAsync(attempt, ct))
            throw new RaceLostException("The year's row");
    }
}
