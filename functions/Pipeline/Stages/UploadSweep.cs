using Pipeline.Ledger;

namespace Pipeline.Stages;

/// <summary>The net under the triggers: an upload whose event was lost is ingested, versions nobody speaks of are deleted. It also tells how things stand, whether or
/// not anything happens.</summary>
public sealed class UploadSweep(ILedger ledger, Catalogues catalogues, Ingestion ingestion, TimeProvider clock, Telemetry telemetry)
{
    /// <summary>Younger uploads still have their trigger to come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>A version without head or receipt may belong to an ingestion under way, never for so long.</summary>
    public static readonly TimeSpan OrphanAge = TimeSpan.FromDays(7);

    /// <summary>Sweeps once. An upload that cannot be ingested does not keep the others waiting.</summary>
    /// <exception cref="AggregateException">What failed; it is tried again by the next sweep.</exception>
    public Task SweepAsync(CancellationToken ct) => telemetry.RunAsync(new("sweep"), () => SweepOnceAsync(ct));

    private async Task SweepOnceAsync(CancellationToken ct)
    {
        var answered = await ledger.ListAnsweredAsync(ct).ToHashSetAsync(cancellationToken: ct);
        var waiting = await ledger.ListUploadsAsync(ct).Where(u => !answered.Contains((u.Path, u.ETag))).ToListAsync(ct);
        var now = clock.GetUtcNow();
        // Before they are ingested: one that takes the process down with it must be seen to wait.
        telemetry.Unanswered(now - waiting.Select(u => u.ModifiedAt).Append(now).Min());

        var faults = new List<Exception>();
        foreach (var queue in ledger.PoisonQueues)
            await TryAsync(async () => telemetry.Poisoned(queue, await ledger.CountPoisonedAsync(queue, ct)));
        foreach (var upload in waiting.Where(u => u.ModifiedAt < now - Patience)) await TryAsync(() => ingestion.IngestAsync(upload.Path, ct));
        foreach (var year in catalogues.Years) await TryAsync(() => TellMissingAsync(year, ct));

        await ledger.DeleteOrphansAsync(OrphanAge, ct);
        if (faults.Count > 0) throw new AggregateException($"{faults.Count} steps of the sweep failed.", faults);

        async Task TryAsync(Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                faults.Add(fault);
            }
        }
    }

    private async Task TellMissingAsync(int year, CancellationToken ct) => telemetry.Missing(catalogues[year], await ledger.ReadYearAsync(year, ct));
}
