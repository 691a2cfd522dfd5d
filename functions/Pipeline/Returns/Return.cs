namespace Pipeline.Returns;

/// <summary>A 报表 as read: exact values, each with the cell it came from.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Unit">Unit code.</param>
/// <param name="Items">Rows of the fixed forms.</param>
/// <param name="Lines">Filled lines of the registers.</param>
public sealed record Return(int Year, string Unit, IReadOnlyList<ItemRow> Items, IReadOnlyList<RegisterLine> Lines);
