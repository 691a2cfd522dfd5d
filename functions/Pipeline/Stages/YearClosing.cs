using Pipeline.Ledger;

namespace Pipeline.Stages;

/// <summary>Year-end: a year whose deadline has passed is closed, its missing units are named, and its report is asked for.</summary>
public sealed class YearClosing(ILedger ledger, Catalogues catalogues, TimeProvider clock)
{
    /// <summary>Closes every year that is due. A closed year stays closed.</summary>
    public async Task CloseAsync(CancellationToken ct)
    {
        foreach (var year in catalogues.Years.Where(year => catalogues[year].Deadline <= clock.GetUtcNow()))
        {
            var due = false;
            await YearRace.RunAsync(
                async token =>
                {
                    var state = (await ledger.ReadYearAsync(year, token)).State;
                    due = state.Closed is null || state.Report is null || state.Report != state.Snapshot;
                    return state.Closed is not null || await ledger.TryChangeYearAsync(year, state with { Closed = clock.GetUtcNow() }, token);
                },
                ct);
            // The consolidation names who is missing and asks for the report.
            if (due) await ledger.RequestConsolidationAsync(year, ct);
        }
    }
}
