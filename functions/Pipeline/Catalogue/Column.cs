using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>A 栏 of a form's fixed rows.</summary>
/// <param name="Code"><c>CUR</c>.</param>
/// <param name="Letter">Sheet column, <c>H</c>.</param>
/// <param name="Caption">As printed in the caption row.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="Formula">Over other columns of the same row, for computed columns.</param>
/// <param name="NumberFormat">Excel number format of amounts; a count is shown without decimals whatever the column says.</param>
/// <param name="Width">Width in characters.</param>
public sealed record Column(
    string Code, string Letter, string Caption, ColumnKind Kind, Expression? Formula, string NumberFormat, int Width);

/// <summary>What stands in a column.</summary>
public enum ColumnKind
{
    /// <summary>行次.</summary>
    Line,

    /// <summary>项目编码: by it a row is found.</summary>
    Code,

    /// <summary>项目.</summary>
    Label,

    /// <summary>单位 of each row.</summary>
    Measure,

    /// <summary>Values that go to the ledger.</summary>
    Value,

    /// <summary>Computed for the clerk's eyes only.</summary>
    Derived,

    /// <summary>Free text of the clerk.</summary>
    Text,
}
