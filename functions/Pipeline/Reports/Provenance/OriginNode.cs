using Pipeline.Catalogue;

namespace Pipeline.Reports.Provenance;

/// <summary>What a figure, or a part of it, is made of.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Chinese: the item and column, the unit.</param>
/// <param name="Value">分, persons or hundredths, with the sign it enters the figure with.</param>
/// <param name="Measure">What <paramref name="Value"/> counts.</param>
/// <param name="Cell">The cell it was read from; null for what is no cell.</param>
/// <param name="Parts">What adds up to it; none for what was typed.</param>
public sealed record OriginNode(OriginKind Kind, string Label, long Value, Measure Measure, OriginCell? Cell, IReadOnlyList<OriginNode> Parts)
{
    /// <summary>What it follows from without being its sum: both sides of a transfer that is taken out, the operands of a quotient.</summary>
    public IReadOnlyList<OriginNode> Basis { get; init; } = [];

    /// <summary>Chinese remark; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>The ends of the tree: input cells, what is taken out, constants.</summary>
    public IEnumerable<OriginNode> Leaves() => Parts.Count == 0 ? [this] : Parts.SelectMany(p => p.Leaves());

    /// <summary>This and everything below it.</summary>
    internal IEnumerable<OriginNode> All() => Parts.Concat(Basis).SelectMany(p => p.All()).Prepend(this);
}

/// <summary>What a node of a tree is.</summary>
public enum OriginKind
{
    /// <summary>One of the two operands of a ratio.</summary>
    Operand,

    /// <summary>An item in a column, over all units of the node.</summary>
    Item,

    /// <summary>A cell of a return.</summary>
    Cell,

    /// <summary>What the consolidation takes out (差额表).</summary>
    Elimination,

    /// <summary>What the catalogue itself says.</summary>
    Constant,
}

/// <summary>A cell of an uploaded file.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="File">Path among the uploads.</param>
/// <param name="Submission">SHA-256.</param>
/// <param name="Sheet">Sheet name.</param>
/// <param name="Cell">A1 address.</param>
/// <param name="Item">Item code.</param>
/// <param name="Column">Column code.</param>
/// <param name="Text">What it said as uploaded; empty for a formula whose result Excel did not leave, null when nobody knows.</param>
public sealed record OriginCell(string Unit, string File, string Submission, string Sheet, string Cell, string Item, string Column, string? Text = null);

/// <summary>溯源: a figure and what it is made of.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Additive">Whether the leaves add up to its raw value.</param>
/// <param name="Branches">The items of a sum with their signs; the two operands of a ratio.</param>
public sealed record FigureTree(FigureProvenance Figure, bool Additive, IReadOnlyList<OriginNode> Branches);
