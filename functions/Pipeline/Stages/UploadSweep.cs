using Pipeline.Ledger;

namespace Pipeline.Stages;

/// <summary>The net under the triggers: an upload whose event was lost is ingested, versions nobody speaks of are deleted.</summary>
public sealed class UploadSweep(ILedger ledger, Ingestion ingestion, TimeProvider clock)
{
    /// <summary>Younger uploads still have their trigger to come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>A version without head or receipt may belong to an ingestion under way, never for so long.</summary>
    public static readonly TimeSpan OrphanAge = TimeSpan.FromDays(7);

    /// <summary>Sweeps once.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        var answered = new HashSet<(string, string)>();
        await foreach (var upload in ledger.ListAnsweredAsync(ct)) answered.Add(upload);

        var before = clock.GetUtcNow() - Patience;
        await foreach (var upload in ledger.ListUploadsAsync(ct))
        {
            if (upload.ModifiedAt < before && !answered.Contains((upload.Path, upload.ETag))) await ingestion.IngestAsync(upload.Path, ct);
        }

        await ledger.DeleteOrphansAsync(OrphanAge, ct);
    }
}
