using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Reports;
using Pipeline.Reports.Proof;
using Pipeline.Reports.Provenance;

namespace Pipeline.Stages;

/// <summary>Snapshot → report. The files are write-once under the snapshot's id; the year's row then points at them.</summary>
public sealed class ReportEmission(ILedger ledger, Catalogues catalogues, Telemetry telemetry)
{
    /// <summary>Emits the report of a snapshot, unless that is done or a newer snapshot has taken its place.</summary>
    public Task EmitAsync(int year, string snapshot, CancellationToken ct) =>
        telemetry.RunAsync(new("emit", year, Snapshot: snapshot), () => EmitOnceAsync(year, snapshot, ct));

    private async Task EmitOnceAsync(int year, string snapshot, CancellationToken ct)
    {
        var read = await ledger.ReadYearAsync(year, ct);
        if (IsSettled(read.State, snapshot)) return;
        var kept = await ledger.ReadSnapshotAsync(year, snapshot, ct)
            ?? throw new InvalidOperationException($"The year {year} speaks of snapshot {snapshot}, which is not kept.");
        var catalogue = catalogues[year];
        if (kept.CatalogueVersion != catalogue.Version)
        {
            // The catalogue was changed since: a report of old numbers under new rules would be neither.
            await ledger.RequestConsolidationAsync(year, ct);
            return;
        }

        var subject = ReportSubject.Of(catalogue, kept);
        var document = ReportDocument.Write(subject);
        var errors = ReportProof.Check(subject, document, read.State.Review.IsLocked ? read.Locks[^1].Snapshot : null).Where(f => f.Severity == Severity.Error).ToList();
        // A draft says itself what is wrong with it; a report that claims to be whole is held back.
        var note = errors.Count == 0 || subject.Draft ? null : $"报告未通过生成后的核对，未发布：{string.Join("；", errors.Select(FindingSentence.Say))}";
        if (note is null) await WriteFilesAsync(subject, document, ct);
        var isHeld = note is not null;
        await YearRace.RunAsync(
            async token =>
            {
                var state = (await ledger.ReadYearAsync(year, token)).State;
                if (IsSettled(state, snapshot))
                {
                    // Nobody waits for it any more.
                    isHeld = false;
                    return true;
                }

                var next = note is null ? state with { Report = snapshot, Draft = subject.Draft, Note = null } : state with { Note = note };
                return next == state || await ledger.TryChangeYearAsync(year, next, token);
            },
            ct);
        if (isHeld) telemetry.Held();
    }

    private static bool IsSettled(YearState state, string snapshot) => state.Snapshot != snapshot || state.Report == snapshot;

    private async Task WriteFilesAsync(ReportSubject subject, byte[] document, CancellationToken ct)
    {
        // One after the other: of many units each is large.
        await WriteAsync(ReportFiles.Document, document);
        await WriteAsync(ReportFiles.Trace, TraceFile.Write(subject));
        await WriteAsync(ReportFiles.TraceWorkbook, TraceWorkbook.Write(subject));
        await WriteAsync(ReportFiles.Annexes, AnnexWorkbook.Write(subject));
        await WriteAsync(ReportFiles.Totals, TotalsFile.Write(subject));

        Task WriteAsync(string name, ReadOnlyMemory<byte> bytes) => ledger.WriteReportFileAsync(subject.Year.Snapshot.Year, subject.Year.Snapshot.Id, name, bytes, ct);
    }
}
