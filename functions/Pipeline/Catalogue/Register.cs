namespace Pipeline.Catalogue;

/// <summary>The free lines of a form: 明细, 说明, 指标, 文字.</summary>
/// <param name="CaptionRow">Sheet row of its captions in the template.</param>
/// <param name="Lines">How many empty lines the template offers; a return may have more.</param>
/// <param name="Columns">Its columns.</param>
public sealed record Register(int CaptionRow, int Lines, IReadOnlyList<RegisterColumn> Columns);

/// <summary>A column of a register.</summary>
/// <param name="Code"><c>AMOUNT</c>.</param>
/// <param name="Letter">Sheet column.</param>
/// <param name="Caption">As printed.</param>
/// <param name="Kind">What a cell holds.</param>
/// <param name="Required">Whether a filled line must have it.</param>
/// <param name="Choices">Allowed texts; empty means any.</param>
/// <param name="Width">Width in characters.</param>
public sealed record RegisterColumn(
    string Code, string Letter, string Caption, RegisterKind Kind, bool Required, IReadOnlyList<string> Choices, int Width);

/// <summary>What a register's cell holds.</summary>
public enum RegisterKind
{
    /// <summary>Text; a number typed there is taken as its text.</summary>
    Text,

    /// <summary>元, two decimals.</summary>
    Money,

    /// <summary>A number of any decimals.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,
}
