using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Ledger;
using Pipeline.Reports;

namespace Pipeline.Stages;

/// <summary>Snapshot → report. The files are write-once under the snapshot's id; the year's row then points at them.</summary>
public sealed class ReportEmission(ILedger ledger, Catalogues catalogues)
{
    /// <summary>Emits the report of a snapshot, unless that is done or a newer snapshot has taken its place.</summary>
    public async Task EmitAsync(int year, string snapshot, CancellationToken ct)
    {
        if (IsSettled((await ledger.ReadYearAsync(year, ct)).State, snapshot)) return;
        var kept = await ledger.ReadSnapshotAsync(year, snapshot, ct)
            ?? throw new InvalidOperationException($"The year {year} speaks of snapshot {snapshot}, which is not kept.");
        var catalogue = catalogues[year];
        if (kept.CatalogueVersion != catalogue.Version)
        {
            // The catalogue was changed since: a report of old numbers under new rules would be neither.
            await ledger.RequestConsolidationAsync(year, ct);
            return;
        }

        var consolidated = Province.Consolidate(catalogue, kept);
        var figures = FigurePrinter.Print(catalogue, consolidated);
        var draft = kept.Missing.Count > 0 || consolidated.Findings.Any(f => f.Severity == Severity.Error);
        // A draft says itself which sums do not add up, and why; a report that claims to be whole is held back.
        var note = figures.Unmet.Count == 0 || draft ? null : $"报告中有合计无法与分项对平，未生成：{string.Join("；", figures.Unmet)}。请核对这些数据的来源。";
        if (note is null) await WriteAsync(new ReportSubject(catalogue, consolidated, figures, draft), ct);
        await YearRace.RunAsync(
            async token =>
            {
                var state = (await ledger.ReadYearAsync(year, token)).State;
                if (IsSettled(state, snapshot)) return true;
                var next = note is null ? state with { Report = snapshot, Draft = draft, Note = null } : state with { Note = note };
                return next == state || await ledger.TryChangeYearAsync(year, next, token);
            },
            ct);
    }

    private static bool IsSettled(YearState state, string snapshot) => state.Snapshot != snapshot || state.Report == snapshot;

    private async Task WriteAsync(ReportSubject subject, CancellationToken ct)
    {
        var snapshot = subject.Year.Snapshot;
        await Task.WhenAll(
            ledger.WriteReportFileAsync(snapshot.Year, snapshot.Id, ReportFiles.Document, ReportDocument.Write(subject), ct),
            ledger.WriteReportFileAsync(snapshot.Year, snapshot.Id, ReportFiles.Trace, TraceFile.Write(subject), ct),
            ledger.WriteReportFileAsync(snapshot.Year, snapshot.Id, ReportFiles.Totals, TotalsFile.Write(subject), ct));
    }
}
