using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>An upload had no verdict of the scan when it was looked at last: it is looked at again.</summary>
public sealed class AwaitScan(ScannedIngestion ingestion)
{
    [Function(nameof(AwaitScan))]
    public Task RunAsync([QueueTrigger("await-scan", Connection = "Ledger")] IngestionRequest request, CancellationToken cancellationToken) =>
        ingestion.IngestAsync(request.Upload, cancellationToken);
}
