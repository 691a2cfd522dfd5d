using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Ledger;

namespace Pipeline.Stages;

/// <summary>Returns in force → snapshot. Level-triggered: it looks at what is there, not at what happened, so order and repetition do not matter.</summary>
public sealed class YearConsolidation(ILedger ledger, Catalogues catalogues, Telemetry telemetry)
{
    /// <summary>Brings the year's snapshot up to date; does nothing when it already is.</summary>
    public Task ConsolidateAsync(int year, CancellationToken ct) =>
        telemetry.RunAsync(new("consolidate", year), () => YearRace.RunAsync(token => TryConsolidateAsync(year, token), ct));

    private async ValueTask<bool> TryConsolidateAsync(int year, CancellationToken ct)
    {
        var catalogue = catalogues[year];
        var now = await ledger.ReadYearAsync(year, ct);
        // What is locked stays as it was locked, even should the catalogue change afterwards.
        var locked = now.State.Review.IsLocked;
        var id = locked ? now.State.Snapshot! : SnapshotId.Of(catalogue, now);
        if (now.State.Snapshot != id)
        {
            var missing = catalogue.ReportingUnits.Select(u => u.Code).Where(code => !now.Heads.ContainsKey(code)).Order().ToList();
            await ledger.WriteSnapshotAsync(await GatherAsync(id, catalogue, now, missing, ct), ct);
            if (!await ledger.TryChangeYearAsync(year, now.State with { Snapshot = id, Missing = missing, Note = null }, ct)) return false;
        }

        telemetry.Missing(catalogue, now);
        // A closed year keeps its report in step with what is in force.
        if (now.State.Closed is not null && now.State.Report != id && (!locked || id == SnapshotId.Of(catalogue, now))) await ledger.RequestEmissionAsync(year, id, ct);
        return true;
    }

    /// <summary>Takes unchanged returns from the last snapshot and reads only the others: the calls of a run do not grow with the units.</summary>
    private async Task<Snapshot> GatherAsync(string id, YearCatalogue catalogue, YearHeads now, IReadOnlyList<string> missing, CancellationToken ct)
    {
        var last = now.State.Snapshot is { } lastId ? await ledger.ReadSnapshotAsync(now.Year, lastId, ct) : null;
        var kept = last?.Units.ToDictionary(u => (u.Unit, u.Submission)) ?? [];
        var units = await Task.WhenAll(now.Heads.OrderBy(h => h.Key, StringComparer.Ordinal).Select(async head =>
            kept.GetValueOrDefault((head.Key, head.Value.Submission.Hash))
            ?? new SnapshotUnit(
                head.Key, head.Value.Submission.Hash, UploadPath.Parse(head.Value.Submission.Path).File, await ledger.ReadReturnAsync(head.Value, ct))));
        return new Snapshot(now.Year, id, catalogue.Version, units, missing);
    }
}
