using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>A printed number of the report: where it comes from and how it is printed.</summary>
/// <param name="Id"><c>S5.E.B.INC</c>.</param>
/// <param name="Section">Where it is printed first.</param>
/// <param name="Label">Chinese name.</param>
/// <param name="Kind">Amount, or one of the ratios.</param>
/// <param name="Value">The amount, or the ratio's first operand.</param>
/// <param name="Base">The ratio's second operand; null for an amount.</param>
/// <param name="Node">7, 9, or a unit code for the unit's own return.</param>
/// <param name="Unit">Display unit: 亿元, 万元, 万人, 人, 个, % …; <c>人|万人</c> switches at 10,000.</param>
/// <param name="Role">How it takes part when sums are made to add up.</param>
public sealed record FigureDefinition(
    string Id, string Section, string Label, FigureKind Kind, Expression Value, Expression? Base, string Node, string Unit, FigureRole Role);

/// <summary>How a figure's number is made.</summary>
public enum FigureKind
{
    /// <summary>A rounded amount.</summary>
    Amount,

    /// <summary>Value ÷ base, in %.</summary>
    Share,

    /// <summary>(Value − base) ÷ |base|, in %.</summary>
    Growth,

    /// <summary>A text of a register that holds a number, as it was typed: <c>≥1680万人</c>.</summary>
    Text,
}

/// <summary>How a figure takes part when printed sums are made to add up (尾差), in the order in which they give way.</summary>
public enum FigureRole
{
    /// <summary>A difference of two printed columns: gives way before anything else.</summary>
    Difference,

    /// <summary>A part of a sum: moves next.</summary>
    Item,

    /// <summary>收支结余: gives way when items cannot.</summary>
    Balance,

    /// <summary>A total or closing balance: the last to move.</summary>
    Total,

    /// <summary>Printed again elsewhere: never moves.</summary>
    Pinned,
}

/// <summary>A sum as printed: the total equals the signed sum of its terms.</summary>
public sealed record Identity(string Total, IReadOnlyList<(string Figure, int Sign)> Terms);

/// <summary>Figures printed side by side in one place of the report, <c>0 / 0 / 0 / 0</c>.</summary>
public sealed record FigureGroup(string Id, string Section, string Label, IReadOnlyList<string> Parts);
