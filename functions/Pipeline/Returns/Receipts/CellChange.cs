namespace Pipeline.Returns.Receipts;

/// <summary>变动: a cell that differs from the return in force before.</summary>
/// <param name="Sheet">Sheet name.</param>
/// <param name="Cell">A1 address in the newer return; in the older one where the newer has no such cell.</param>
/// <param name="Label">What the clerk calls the row.</param>
/// <param name="Column">Caption of the column.</param>
/// <param name="Before">As printed, empty when there was nothing.</param>
/// <param name="After">As printed, empty when there is nothing any more.</param>
public sealed record CellChange(string Sheet, string Cell, string Label, string Column, string Before, string After);
