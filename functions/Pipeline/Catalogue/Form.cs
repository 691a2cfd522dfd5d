namespace Pipeline.Catalogue;

/// <summary>A 表: one sheet of the return.</summary>
/// <param name="Code"><c>S01</c>.</param>
/// <param name="Sheet">Sheet name in the workbook.</param>
/// <param name="Title">Printed title.</param>
/// <param name="Number">Printed form number, <c>HNSB-01</c>.</param>
/// <param name="Scope">Whose return has it.</param>
/// <param name="Measure">Unit of measure printed above the table, <c>元</c>.</param>
/// <param name="Columns">Columns of the fixed rows; empty when there are none.</param>
/// <param name="Items">Fixed rows.</param>
/// <param name="Register">Free lines below or instead of the fixed rows.</param>
/// <param name="Fields">Fixed cells of a cover.</param>
public sealed record Form(
    string Code, string Sheet, string Title, string Number, FormScope Scope, string Measure,
    IReadOnlyList<Column> Columns, IReadOnlyList<Item> Items, Register? Register, IReadOnlyList<CoverField> Fields)
{
    /// <summary>Sheet row of the column captions, the same in every form.</summary>
    public const int CaptionRow = 4;

    /// <summary>Sheet row of the first item, the same in every form.</summary>
    public const int FirstItemRow = 6;

    /// <summary>Columns whose values go to the ledger.</summary>
    public IEnumerable<Column> ValueColumns => Columns.Where(c => c.Kind == ColumnKind.Value);

    /// <summary>Whether a unit of this kind files the form.</summary>
    public bool IsFiledBy(UnitKind unit) => Scope == FormScope.Everyone || unit == UnitKind.Provincial;
}

/// <summary>Whose return has a form.</summary>
public enum FormScope
{
    /// <summary>Every unit that reports.</summary>
    Everyone,

    /// <summary>省本级 only.</summary>
    Provincial,
}
