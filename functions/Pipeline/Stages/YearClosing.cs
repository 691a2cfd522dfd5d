using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Review;

namespace Pipeline.Stages;

/// <summary>Year-end: a year whose deadline has passed is closed, its missing units are marked 缺报, and its report is asked for.</summary>
public sealed class YearClosing(ILedger ledger, Catalogues catalogues, TimeProvider clock, Telemetry telemetry)
{
    /// <summary>Closes every year that is due. A closed year stays closed. A consolidation whose request was lost is asked for again.</summary>
    public async Task CloseAsync(CancellationToken ct)
    {
        foreach (var year in catalogues.Years) await telemetry.RunAsync(new("close", year), () => CloseAsync(year, ct));
    }

    private async Task CloseAsync(int year, CancellationToken ct)
    {
        var (due, now) = (false, clock.GetUtcNow());
        await YearRace.RunAsync(
            async token =>
            {
                var read = await ledger.ReadYearAsync(year, token);
                var isDue = catalogues[year].Deadline <= now;
                due = (isDue && IsUnreported(read.State)) || IsBehind(catalogues[year], read);
                if (isDue && !await TryCloseAsync(catalogues[year], read, now, token)) return false;
                telemetry.Missing(catalogues[year], read);
                return true;
            },
            ct);
        // The consolidation names who is missing and asks for the report.
        if (due) await ledger.RequestConsolidationAsync(year, ct);
    }

    private static bool IsUnreported(YearState state) => state.Closed is null || state.Report is null || state.Report != state.Snapshot;

    private static bool IsBehind(YearCatalogue catalogue, YearHeads read) =>
        (read.Heads.Count > 0 || read.State.Snapshot is not null) && !read.State.Review.IsLocked && read.State.Snapshot != SnapshotId.Of(catalogue, read);

    private async Task<bool> TryCloseAsync(YearCatalogue catalogue, YearHeads read, DateTimeOffset now, CancellationToken ct)
    {
        var missing = catalogue.ReportingUnits
            .Select(u => ReturnLife.Decide(read.Return(u.Code), new MarkMissing(catalogue.Deadline), now))
            .OfType<Decision.Transition>()
            .ToList();
        var closed = read.State.Closed is null ? read.State with { Closed = now } : null;
        if (missing.Count > 0)
            return await ledger.TryChangeAsync(
                new(read) { State = closed, Returns = [.. missing.Select(m => m.State)], Events = [.. missing.SelectMany(m => m.Events)] }, ct);
        return closed is null || await ledger.TryChangeYearAsync(read.Year, closed, ct);
    }
}
