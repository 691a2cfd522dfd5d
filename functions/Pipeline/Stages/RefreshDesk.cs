using Pipeline.Ledger;
using Pipeline.Reports;
using Pipeline.Reports.Proof;
using Pipeline.Reports.Refresh;

namespace Pipeline.Stages;

/// <summary>Refreshes an edited report to the snapshot in force. Keeps nothing of it.</summary>
public sealed class RefreshDesk(ILedger ledger, Catalogues catalogues)
{
    /// <summary>Refreshes a document.</summary>
    /// <param name="year">Fiscal year with a catalogue.</param>
    /// <param name="document">The DOCX that staff saved.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<RefreshAnswer> RefreshAsync(int year, byte[] document, CancellationToken ct)
    {
        var state = (await ledger.ReadYearAsync(year, ct)).State;
        if (state.Snapshot is not { } id) return new(null, $"{year}年度还没有汇总过数据，请在报表上报并汇总后再试。");
        var snapshot = await ledger.ReadSnapshotAsync(year, id, ct)
            ?? throw new InvalidOperationException($"The year {year} speaks of snapshot {id}, which is not kept.");
        var catalogue = catalogues[year];
        // Old numbers under new rules would be neither.
        if (snapshot.CatalogueVersion != catalogue.Version) return new(null, $"{year}年度的报表制度已更新，数据正在重新汇总，请稍后再试。");
        try
        {
            return new(ReportRefresh.Apply(document, ReportSubject.Of(catalogue, snapshot)), null);
        }
        catch (DocumentRefusedException refusal)
        {
            return new(null, refusal.Message, IsRefused: true);
        }
    }
}
