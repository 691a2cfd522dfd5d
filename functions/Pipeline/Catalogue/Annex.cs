using System.Text.RegularExpressions;
using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>An 附件: a grid of cells.</summary>
/// <param name="Number">附件 number.</param>
/// <param name="Title">Printed title, the same in the 附件说明.</param>
/// <param name="Measure">Unit line, <c>亿元</c>.</param>
/// <param name="Columns">Left to right.</param>
/// <param name="Header">Rows repeated on every page; may be none.</param>
/// <param name="Rows">The rows below. In <see cref="YearCatalogue.Annexes"/> a row may stand for many; in the figures of a year none does.</param>
public sealed record Annex(
    int Number, string Title, string Measure, IReadOnlyList<AnnexColumn> Columns, IReadOnlyList<AnnexRow> Header, IReadOnlyList<AnnexRow> Rows)
{
    /// <summary>Whether its pages lie on their side.</summary>
    public bool Landscape { get; init; }

    /// <summary>Line below the title, <c>（2023年度）</c>; empty for none.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Left of the unit line: who files it; empty for nothing.</summary>
    public string Preface { get; init; } = "";

    /// <summary>Line below the table, 填表人 …; empty for none.</summary>
    public string Foot { get; init; } = "";

    /// <summary>Where its rows over a register and its conditions are read: 7, 9 or a unit code.</summary>
    public string Node { get; init; } = "";

    /// <summary>The indicators it scores; null when it scores nothing.</summary>
    public AnnexScoring? Scoring { get; init; }
}

/// <summary>A column of an annex.</summary>
/// <param name="Share">Width relative to the other columns.</param>
/// <param name="Position">How its cells stand; those of the header are centred.</param>
public sealed record AnnexColumn(int Share, AnnexPosition Position);

/// <summary>A row of an annex: one cell a column.</summary>
public sealed record AnnexRow(IReadOnlyList<AnnexCell> Cells)
{
    /// <summary>The row is printed when this holds; null means always.</summary>
    public Expression? When { get; init; }

    /// <summary>The lines of a register the row is printed for, once for each; null for a row of its own.</summary>
    public AnnexEach? Each { get; init; }
}

/// <summary>A cell of an annex, or a part of the cell left of it or above it.</summary>
/// <param name="Text">
/// Words, with <c>{{A2.TOTAL.SCORE}}</c> where a figure stands; <c>{narrative:附件1|无}</c> is text of form S10, or what follows the bar.
/// </param>
/// <param name="Join">Whether it is a cell of its own.</param>
/// <param name="Position">How it stands; null as its column says.</param>
public sealed partial record AnnexCell(string Text, AnnexJoin Join = AnnexJoin.None, AnnexPosition? Position = null)
{
    /// <summary>The figure, when the cell holds nothing else.</summary>
    public string? Figure => OnlyFigure().Match(Text) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^\{\{([A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*)\}\}$")]
    private static partial Regex OnlyFigure();
}

/// <summary>Whether a place in the grid of an annex is a cell of its own.</summary>
public enum AnnexJoin
{
    None,

    /// <summary><c>&lt;</c>: part of the cell to the left.</summary>
    Left,

    /// <summary><c>^</c>: part of the cell above.</summary>
    Above,
}

/// <summary>Where text stands in a cell of an annex.</summary>
public enum AnnexPosition
{
    Left,
    Centre,
    Right,
}
