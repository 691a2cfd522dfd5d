using Pipeline.Consolidation;
using Pipeline.Ledger;
using Pipeline.Returns;

namespace Pipeline.Stages;

/// <summary>工作清单: what the last consolidation found between a unit and the others. Made anew from the snapshot whenever it is asked for.</summary>
public sealed class WorkLists(ILedger ledger, Catalogues catalogues)
{
    /// <summary>The list of a unit; empty before the first consolidation, and while the snapshot belongs to another catalogue.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="unit">Unit code.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<WorkList> ReadAsync(int year, string unit, CancellationToken ct)
    {
        var state = (await ledger.ReadYearAsync(year, ct)).State;
        if (state.Snapshot is not { } id || await ledger.ReadSnapshotAsync(year, id, ct) is not { } snapshot
            || catalogues.Find(year) is not { } catalogue || snapshot.CatalogueVersion != catalogue.Version) return new WorkList(null, []);
        return new WorkList(id, [.. Province.Consolidate(catalogue, snapshot).WorkLists.GetValueOrDefault(unit, []).Select(Matter.Of)]);
    }
}

/// <summary>What a unit is to look at together with another.</summary>
/// <param name="Snapshot">Consolidation it was found in; null when there is none.</param>
/// <param name="Matters">Errors first.</param>
public sealed record WorkList(string? Snapshot, IReadOnlyList<Matter> Matters);

/// <summary>One matter of a work list.</summary>
/// <param name="Rule">Rule number.</param>
/// <param name="Severity">E, W or I.</param>
/// <param name="Sheet">Sheet of the unit's own return.</param>
/// <param name="Cell">Cell of it.</param>
/// <param name="Message">Chinese, says what to do.</param>
/// <param name="Cause">What probably happened; null when nothing points to it.</param>
public sealed record Matter(string Rule, string Severity, string Sheet, string Cell, string Message, string? Cause)
{
    internal static Matter Of(Finding finding) => new(
        finding.Rule, finding.Severity switch { Catalogue.Severity.Error => "E", Catalogue.Severity.Warning => "W", _ => "I" },
        finding.Sheet, finding.Cell, finding.Message, finding.Cause?.Text);
}
