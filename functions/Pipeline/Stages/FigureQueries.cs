using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Ledger;
using Pipeline.Reports;
using Pipeline.Reports.Provenance;
using Pipeline.Review;

namespace Pipeline.Stages;

/// <summary>溯源: questions to the report that the snapshot in force gives, whether it was emitted or not.</summary>
public sealed class FigureQueries(ILedger ledger, Catalogues catalogues)
{
    /// <summary>What a figure is made of.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="figure">Figure id.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<QueryAnswer<FigureTree>> ExplainAsync(int year, string figure, CancellationToken ct)
    {
        if (await InForceAsync(year, ct) is not var (catalogue, snapshot)) return new(null, NoSnapshot(year));
        var tree = new FigureTrees(catalogue, ReportProvenance.Of(ReportSubject.Of(catalogue, snapshot))).Explain(figure);
        return new(tree, tree is null ? $"报告中没有图号 {figure}，请核对。" : null);
    }

    /// <summary>What a cell of a unit's return moves.</summary>
    /// <remarks>The unit's own clerks see where it is printed, not the numbers there: those are made of other units' returns too.</remarks>
    /// <param name="year">Fiscal year.</param>
    /// <param name="unit">Unit code.</param>
    /// <param name="sheet">Sheet name.</param>
    /// <param name="cell">A1 address.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<QueryAnswer<CellReach>> ReachAsync(int year, string unit, string sheet, string cell, Person by, CancellationToken ct)
    {
        if (await InForceAsync(year, ct) is not var (catalogue, snapshot)) return new(null, NoSnapshot(year));
        var reach = CellReaches.Of(ReportSubject.Of(catalogue, snapshot)).OfCell(unit, sheet, cell);
        return new(by.Reviews ? reach : reach?.WithoutNumbers(), reach is null ? $"{sheet}!{cell} 不是数据单元格，请核对工作表和单元格。" : null);
    }

    /// <summary>What would be printed otherwise if a cell held another value.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="unit">Unit code.</param>
    /// <param name="item">Item code.</param>
    /// <param name="column">Column code.</param>
    /// <param name="raw">What is added, or the new value: 分, persons.</param>
    /// <param name="isAdded">Which of the two.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<QueryAnswer<WhatIfAnswer>> WhatIfAsync(int year, string unit, string item, string column, long raw, bool isAdded, CancellationToken ct)
    {
        if (await InForceAsync(year, ct) is not var (catalogue, snapshot)) return new(null, NoSnapshot(year));
        var now = isAdded ? InputChange.Now(snapshot, unit, item, column) ?? 0 : 0;
        var change = new InputChange(unit, item, column, now + raw);
        return change.Obstacle(catalogue, snapshot) is { } obstacle ? new(null, obstacle) : new(WhatIf.Ask(catalogue, snapshot, change), null);
    }

    private async Task<(YearCatalogue Catalogue, Snapshot Snapshot)?> InForceAsync(int year, CancellationToken ct)
    {
        var state = (await ledger.ReadYearAsync(year, ct)).State;
        return state.Snapshot is { } id && await ledger.ReadSnapshotAsync(year, id, ct) is { } snapshot
            && catalogues.Find(year) is { } catalogue && snapshot.CatalogueVersion == catalogue.Version
            ? (catalogue, snapshot)
            : null;
    }

    // Also while the snapshot belongs to another catalogue: a new one is then under way.
    private static string NoSnapshot(int year) => $"{year} 年度尚无汇总结果，请在报表接收并汇总后再查询。";
}

/// <summary>An answer, or why there is none.</summary>
/// <param name="Found">The answer.</param>
/// <param name="Reason">Chinese; null beside an answer.</param>
public sealed record QueryAnswer<T>(T? Found, string? Reason)
    where T : class;
