using Pipeline.Ledger;

namespace Pipeline.Stages;

/// <summary>The net under the triggers: an upload whose event was lost is ingested, versions nobody speaks of are deleted.</summary>
public sealed class UploadSweep(ILedger ledger, Ingestion ingestion, TimeProvider clock)
{
    /// <summary>Younger uploads still have their trigger to come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>A version without head or receipt may belong to an ingestion under way, never for so long.</summary>
    public static readonly TimeSpan OrphanAge = TimeSpan.FromDays(7);

    /// <summary>Sweeps once. An upload that cannot be ingested does not keep the others waiting.</summary>
    /// <exception cref="AggregateException">What failed; it is tried again by the next sweep.</exception>
    public async Task SweepAsync(CancellationToken ct)
    {
        var answered = new HashSet<(string, string)>();
        await foreach (var upload in ledger.ListAnsweredAsync(ct)) answered.Add(upload);

        var faults = new List<Exception>();
        var before = clock.GetUtcNow() - Patience;
        await foreach (var upload in ledger.ListUploadsAsync(ct))
        {
            if (upload.ModifiedAt >= before || answered.Contains((upload.Path, upload.ETag))) continue;
            try
            {
                await ingestion.IngestAsync(upload.Path, ct);
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                faults.Add(fault);
            }
        }

        await ledger.DeleteOrphansAsync(OrphanAge, ct);
        if (faults.Count > 0) throw new AggregateException($"{faults.Count} uploads could not be ingested.", faults);
    }
}
