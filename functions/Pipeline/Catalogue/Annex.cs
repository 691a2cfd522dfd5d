namespace Pipeline.Catalogue;

/// <summary>An 附件 that is a table over the rows of a form.</summary>
/// <param name="Number">附件 number.</param>
/// <param name="Title">Printed title, the same in the 附件说明.</param>
/// <param name="Measure">Unit line, <c>亿元</c>.</param>
/// <param name="Columns">Captions and what stands below them.</param>
/// <param name="Rows">Rows, top to bottom; each has one cell a column.</param>
public sealed record Annex(int Number, string Title, string Measure, IReadOnlyList<AnnexColumn> Columns, IReadOnlyList<AnnexRow> Rows);

/// <summary>A column of an annex.</summary>
/// <param name="Caption">As printed.</param>
/// <param name="Numeric">Right-aligned numbers, or text.</param>
public sealed record AnnexColumn(string Caption, bool Numeric);

/// <summary>A row of an annex.</summary>
/// <param name="Label">As printed.</param>
/// <param name="Cells">Below each column after the first: a figure id, or plain text.</param>
public sealed record AnnexRow(string Label, IReadOnlyList<AnnexCell> Cells);

/// <summary>A cell of an annex: a figure, or text where <paramref name="Figure"/> is null.</summary>
public sealed record AnnexCell(string? Figure, string Text);
