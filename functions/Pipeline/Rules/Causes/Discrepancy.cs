using Pipeline.Catalogue;

namespace Pipeline.Rules.Causes;

/// <summary>Two exact sides that should agree, in workbook units (元, persons).</summary>
/// <param name="Reported">What stands in the cell.</param>
/// <param name="Expected">What it was compared with; the signed sum of the parts when there are parts.</param>
/// <param name="Measure">What both sides count.</param>
/// <param name="Item">Item code of the cell.</param>
/// <param name="Column">Column code of the cell and of the parts.</param>
internal sealed record Discrepancy(decimal Reported, decimal Expected, Measure Measure, string Item, string Column)
{
    /// <summary>What the expected side is made of; empty when it is one amount.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = [];

    public decimal Difference => Reported - Expected;

    /// <summary>Every single cell that could be the wrong one, with the value that would mend it alone.</summary>
    public IEnumerable<Suspect> Suspects() =>
        Parts.Select(p => new Suspect(p.Item, p.Value, p.Value + p.Sign * Difference)).Prepend(new Suspect(Item, Reported, Expected));
}
