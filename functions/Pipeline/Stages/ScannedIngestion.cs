using Pipeline.Ledger;
using Pipeline.Returns.Receipts;

namespace Pipeline.Stages;

/// <summary>Ingests an upload as soon as its scan has spoken: until then each try asks for the next.</summary>
/// <remarks>The sweep does not ask: an upload would be asked for once more with every sweep. Every event asks, though, so that an upload that is overwritten before it was scanned is asked for by each of
/// its events; all of them end with the receipt.</remarks>
public sealed class ScannedIngestion(ILedger ledger, Ingestion ingestion, ScanPolicy policy, TimeProvider clock)
{
    /// <summary>Ingests one upload, or asks for it to be tried again.</summary>
    /// <param name="blobName">Its name in the container of uploads.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The receipt that stands; null when the upload is gone or still waits.</returns>
    public async Task<Receipt?> IngestAsync(string blobName, CancellationToken ct)
    {
        var receipt = await ingestion.IngestAsync(blobName, ct);
        if (receipt is null && policy.Required && await ledger.ReadScanAsync(blobName, ct) is { } scan)
            await ledger.RequestIngestionAsync(blobName, ScanPolicy.PauseAt(clock.GetUtcNow() - scan.Upload.ModifiedAt), ct);
        return receipt;
    }
}
