namespace Pipeline.Catalogue;

/// <summary>A fixed cell of the cover, 封面.</summary>
/// <param name="Code"><c>UNIT</c>.</param>
/// <param name="Cell">A1 address of its value; its label stands to the left.</param>
/// <param name="Label">Printed label.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Choices">Allowed texts; empty means any.</param>
/// <param name="Given">Written by the template and locked.</param>
public sealed record CoverField(string Code, string Cell, string Label, RegisterKind Kind, IReadOnlyList<string> Choices, bool Given);
