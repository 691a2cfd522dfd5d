namespace Pipeline.Reports.Provenance;

/// <summary>What a cell of a return moves in the report.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Cell">A1 address.</param>
/// <param name="Item">Item code; empty for a cell of a register.</param>
/// <param name="Column">Column code; empty for a cell of a register.</param>
/// <param name="Label">Chinese.</param>
/// <param name="Figures">Every figure it enters, in the order of the report.</param>
/// <param name="Sentences">Sentences that print one of them.</param>
/// <param name="Cells">Cells of tables and annexes that print one of them.</param>
/// <remarks>尾差 may move a neighbour of these figures as well; what a change does exactly is said by <see cref="WhatIf"/>.</remarks>
public sealed record CellReach(
    string Unit, string Sheet, string Cell, string Item, string Column, string Label, IReadOnlyList<ReachedFigure> Figures,
    IReadOnlyList<PageText> Sentences, IReadOnlyList<PageText> Cells)
{
    /// <summary>The same for somebody whom the numbers of others are not meant for: figures and places without the numbers printed there.</summary>
    public CellReach WithoutNumbers() => this with
    {
        Figures = [.. Figures.Select(f => f with { Printed = "" })],
        Sentences = [.. Sentences.Select(Without)],
        Cells = [.. Cells.Select(Without)],
    };

    private static PageText Without(PageText text) => text with { Text = text.WithoutNumbers, Figures = [] };
}

/// <summary>A figure that a cell enters.</summary>
/// <param name="Id">Figure id.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Section">Where it is printed first.</param>
/// <param name="Printed">Number and unit.</param>
/// <param name="OnPage">Whether it is printed as a number; one that is not may still choose words.</param>
/// <param name="ByElimination">Whether the cell enters it only through what the consolidation takes out.</param>
public sealed record ReachedFigure(string Id, string Name, string Section, string Printed, bool OnPage, bool ByElimination);
