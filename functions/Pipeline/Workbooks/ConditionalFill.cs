namespace Pipeline.Workbooks;

/// <summary>A colour that cells take while a condition holds.</summary>
/// <param name="Ranges">Where it applies.</param>
/// <param name="Condition">A formula written for the first cell of the first range.</param>
/// <param name="Fill">The colour, as <c>RRGGBB</c>.</param>
public sealed record ConditionalFill(IReadOnlyList<CellRange> Ranges, string Condition, string Fill);
