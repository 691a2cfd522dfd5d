using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>Every ten minutes (UTC): uploads whose event was lost are ingested after all, and what interrupted calls left behind is removed.</summary>
public sealed class SweepUploads(UploadSweep sweep)
{
    [Function(nameof(SweepUploads))]
    public Task RunAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => sweep.SweepAsync(cancellationToken);
}
