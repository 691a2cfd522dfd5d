namespace Pipeline.Workbooks;

/// <summary>One cell as the workbook states it.</summary>
/// <param name="Kind">What the cell holds.</param>
/// <param name="Text">Text, error or <c>TRUE</c>/<c>FALSE</c> as such; a number's digits as stored; a date as ISO 8601.</param>
/// <param name="Number">Exact value at Excel's 15 significant digits; null when there is none or decimal cannot hold it. A date's serial number.</param>
/// <param name="Formula">The formula without its equals sign; null when there is none or only its master cell carries the text.</param>
/// <param name="HasFormula">True for every cell with a formula, shared ones included: its value is then only Excel's last result.</param>
/// <param name="NumberFormat">The format code, <c>General</c> by default.</param>
public sealed record Cell(CellKind Kind, string Text, decimal? Number, string? Formula, bool HasFormula, string NumberFormat);
