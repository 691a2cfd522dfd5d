using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;

namespace Pipeline.Reports.Provenance;

/// <summary>假设: what the report would print if one cell held another value.</summary>
public static class WhatIf
{
    /// <summary>Everything that would be printed otherwise, and nothing else.</summary>
    /// <param name="catalogue">The year.</param>
    /// <param name="snapshot">The returns in force.</param>
    /// <param name="change">The cell; one that <see cref="InputChange.Obstacle"/> has nothing against.</param>
    public static WhatIfAnswer Ask(YearCatalogue catalogue, Snapshot snapshot, InputChange change) =>
        Compare(ReportSubject.Of(catalogue, snapshot), ReportSubject.Of(catalogue, change.Apply(catalogue, snapshot)), change);

    private static WhatIfAnswer Compare(ReportSubject before, ReportSubject after, InputChange change)
    {
        var (old, young) = (before.Figures.Figures, after.Figures.Figures);
        var figures = young.Keys.Union(old.Keys).Select(id => (Was: old.GetValueOrDefault(id), Now: young.GetValueOrDefault(id)))
            .Where(f => Printed(f.Was) != Printed(f.Now))
            .Select(f => new FigureChange(
                (f.Now ?? f.Was)!.Id, (f.Now ?? f.Was)!.Label, (f.Now ?? f.Was)!.Section, Printed(f.Was), Printed(f.Now), f.Was?.Raw, f.Now?.Raw,
                ByTail: f is { Was: { Raw: not null } was, Now: { Raw: not null } now } && Alone(was) == Alone(now)))
            .ToList();
        var changes = PageChanges.Between(ComposedPages.Of(before), ComposedPages.Of(after));
        return new WhatIfAnswer(
            change, InputChange.Now(before.Year.Snapshot, change.Unit, change.Item, change.Column), CellNames.Of(before.Catalogue, change.Item, change.Column), figures,
            [.. changes.Where(c => !c.IsCell)], [.. changes.Where(c => c.IsCell)], before.Draft, after.Draft);
    }

    private static string Printed(PrintedFigure? figure) => figure is null ? "" : figure.Text + figure.Unit;

    /// <summary>What rounding alone would print.</summary>
    private static string Alone(PrintedFigure figure) => (figure.Tail?.Rounded ?? figure.Text) + figure.Unit;
}

/// <summary>What would be printed otherwise.</summary>
/// <param name="Change">The cell and its new value.</param>
/// <param name="Was">What it holds now, raw; null when it is blank.</param>
/// <param name="Label">What the cell is called.</param>
/// <param name="Figures">Figures that would print another number or unit, in the order of the report.</param>
/// <param name="Sentences">Sentences that would read otherwise, from → to.</param>
/// <param name="Cells">Cells of tables and annexes that would read otherwise.</param>
/// <param name="DraftBefore">Whether the report is a 草稿 now.</param>
/// <param name="DraftAfter">Whether it would be one.</param>
public sealed record WhatIfAnswer(
    InputChange Change, long? Was, string Label, IReadOnlyList<FigureChange> Figures, IReadOnlyList<PageChange> Sentences, IReadOnlyList<PageChange> Cells,
    bool DraftBefore, bool DraftAfter)
{
    /// <summary>Whether the printed report would stay as it is.</summary>
    public bool IsNothing => Figures.Count + Sentences.Count + Cells.Count == 0 && DraftBefore == DraftAfter;
}

/// <summary>A figure that would print something else.</summary>
/// <param name="Id">Figure id.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Section">Where it is printed first.</param>
/// <param name="From">Number and unit now.</param>
/// <param name="To">Number and unit then.</param>
/// <param name="RawFrom">Exact value now; null for a ratio.</param>
/// <param name="RawTo">Exact value then.</param>
/// <param name="ByTail">Whether its own rounding stays as it is and only 尾差 moves it.</param>
public sealed record FigureChange(string Id, string Name, string Section, string From, string To, long? RawFrom, long? RawTo, bool ByTail);
