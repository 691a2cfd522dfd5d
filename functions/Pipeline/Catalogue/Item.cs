using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>A 项目: one fixed row of a form.</summary>
/// <param name="Code">Stable code, <c>EI.INC.PREM</c>.</param>
/// <param name="Label">As printed.</param>
/// <param name="Row">Sheet row in the template.</param>
/// <param name="Kind">Input, formula or of-which.</param>
/// <param name="Measure">What its raw values count.</param>
/// <param name="UnitText">Unit printed beside it: 元, 人, 户, ‰.</param>
/// <param name="Formula">Over other items of the same column; the value is recomputed on the server.</param>
/// <param name="Columns">Value columns the row has; null means all.</param>
/// <param name="ProvincialOnly">Prefectures print 0 here and cannot change it.</param>
public sealed record Item(
    string Code, string Label, int Row, ItemKind Kind, Measure Measure, string UnitText, Expression? Formula,
    IReadOnlyList<string>? Columns, bool ProvincialOnly)
{
    /// <summary>行次.</summary>
    public int Line => Row - Form.FirstItemRow + 1;

    /// <summary>Item whose closing value of last year opens this one; null for all but opening balances.</summary>
    public string? Carries { get; init; }

    /// <summary>Whether the row has a value in this column.</summary>
    public bool Has(string column) => Columns is null || Columns.Contains(column);
}

/// <summary>How a row gets its value.</summary>
public enum ItemKind
{
    /// <summary>I: typed by the clerk, never blank.</summary>
    Input,

    /// <summary>F: computed.</summary>
    Formula,

    /// <summary>O: 其中, typed, part of the row above; blank counts as 0.</summary>
    OfWhich,
}
