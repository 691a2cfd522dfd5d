using Pipeline.Ledger;
using Pipeline.Workbooks;
using Polly;
using Polly.Retry;

namespace Pipeline.Stages;

/// <summary>Fetches an upload, once it may be opened.</summary>
public sealed class UploadIntake(ILedger ledger, ScanPolicy policy, TimeProvider clock)
{
    private readonly ResiliencePipeline<UploadScan?> waiting = new ResiliencePipelineBuilder<UploadScan?> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<UploadScan?>
        {
            ShouldHandle = new PredicateBuilder<UploadScan?>().HandleResult(s => s is { Result: null } && clock.GetUtcNow() - s.Upload.ModifiedAt < ScanPolicy.Patience),
            MaxRetryAttempts = ScanPolicy.FurtherLooks,
            BackoffType = DelayBackoffType.Exponential,
            Delay = ScanPolicy.FirstPause,
            MaxDelay = ScanPolicy.LongestPause,
        })
        .Build();

    /// <returns>The upload, with or without its bytes. Null when it is gone, and while it must still wait.</returns>
    public async Task<UploadContent?> ReadAsync(string path, CancellationToken ct)
    {
        if (!policy.Required) return await ledger.ReadUploadAsync(path, ct);
        while (true)
        {
            if (await waiting.ExecuteAsync(async token => await ledger.ReadScanAsync(path, token), ct) is not { } scan) return null;
            if (scan.IsInfected) return UploadContent.Unread(scan.Upload, WorkbookRefusal.Infected);
            if (!scan.IsClean)
            {
                var isOver = scan.Result is not null || clock.GetUtcNow() - scan.Upload.ModifiedAt >= ScanPolicy.GivenUpAfter;
                return isOver ? UploadContent.Unread(scan.Upload, WorkbookRefusal.Unscanned) : null;
            }

            var content = await ledger.ReadUploadAsync(path, ct);
            // Overwritten in between: the verdict was about something else.
            if (content is null || content.Upload.ETag == scan.Upload.ETag) return content;
        }
    }
}
