namespace Pipeline.Returns;

/// <summary>可能原因: what probably happened.</summary>
/// <param name="Kind">Which mistake.</param>
/// <param name="Text">Chinese, one clause that names the cell or the amount to look at.</param>
public sealed record Cause(CauseKind Kind, string Text);

/// <summary>The mistakes that leave a trace in the numbers.</summary>
public enum CauseKind
{
    /// <summary>万元 or 亿元 typed where 元 is meant, or 万人 where persons are.</summary>
    UnitScale,

    /// <summary>A digit left out or typed twice.</summary>
    Digits,

    /// <summary>Two neighbouring digits swapped.</summary>
    Transposition,

    /// <summary>A minus sign too many or too few.</summary>
    Sign,

    /// <summary>Typed one row too high or too low.</summary>
    ShiftedRow,

    /// <summary>A number stored as text.</summary>
    TextNumber,

    /// <summary>A formula overwritten, or not computed again since.</summary>
    StaleFormula,

    /// <summary>Money that left one side before the year's end and reached the other after it.</summary>
    InTransit,

    /// <summary>A part of a sum left out.</summary>
    Omitted,

    /// <summary>A part of a sum, or a line, counted twice.</summary>
    Doubled,
}
