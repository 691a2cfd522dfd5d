namespace Pipeline.Figures;

/// <summary>One printed number of the report.</summary>
/// <param name="Id">Figure id, <c>S5.E.B.INC</c>.</param>
/// <param name="Label">Chinese name.</param>
/// <param name="Section">Where it is printed, <c>五（一）</c>.</param>
/// <param name="Text">The number as printed, without its unit: <c>1453.17</c>, <c>-3.94</c>, <c>98.34%</c>.</param>
/// <param name="Unit">The unit printed behind it: <c>亿元</c>, <c>万人</c>, <c>人</c>; empty where the text is complete.</param>
/// <param name="Raw">Exact value in 分 or persons; null for a ratio.</param>
/// <param name="Expression">The catalogue's expression.</param>
/// <param name="Node">Node it was taken from: <c>7</c>, <c>9</c> or a unit code.</param>
/// <param name="Tail">How 尾差 moved it, null when it did not.</param>
/// <param name="Contributions">The cells it is made of.</param>
public sealed record PrintedFigure(
    string Id, string Label, string Section, string Text, string Unit, long? Raw, string Expression, string Node,
    TailMove? Tail, IReadOnlyList<Contribution> Contributions);

/// <summary>A figure that 尾差 moved by one unit of its last place so that the page adds up.</summary>
/// <param name="Rounded">What rounding alone gives.</param>
/// <param name="Printed">What is printed.</param>
/// <param name="Identity">The identity it was moved for.</param>
public sealed record TailMove(string Rounded, string Printed, string Identity);

/// <summary>One cell's part in a figure.</summary>
/// <param name="Unit">Unit code; 430000 for an elimination of the consolidation.</param>
/// <param name="Submission">SHA-256 of the file; empty for an elimination.</param>
/// <param name="Sheet">Sheet name.</param>
/// <param name="Cell">A1 address.</param>
/// <param name="Item">Item code.</param>
/// <param name="Column">Column code.</param>
/// <param name="Raw">分 or persons.</param>
/// <param name="Text">What the cell said as uploaded, <c>12,345.60</c>, without the sign it enters the figure with; null for an elimination and where
/// nobody knows. It is somebody else's text: whoever shows it makes it safe.</param>
public sealed record Contribution(string Unit, string Submission, string Sheet, string Cell, string Item, string Column, long Raw, string? Text = null);
