using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>What a cell shows is what it holds: no format that divides what is shown, no rate typed by hand.</summary>
[Judges("R-U-06")]
[Judges("R-U-07")]
internal sealed partial class DisplayCheck
{
    // A workbook has thousands of cells and few formats.
    private readonly Dictionary<string, bool> scaled = new(StringComparer.Ordinal);

    public void Check(FormSheet sheet, Item item, int row, Column column, FindingList findings)
    {
        if (column.Kind is not (ColumnKind.Value or ColumnKind.Derived) || sheet.Cell(row, column) is not { } cell) return;
        if (column.Kind == ColumnKind.Derived && !cell.HasFormula && cell.Kind != CellKind.Blank && cell.Text.Trim().Length > 0)
            findings.Add("R-U-06", sheet.Place(item, row, column.Letter), ("值", cell.Text), ("栏", column.Caption));
        if (cell.Kind == CellKind.Number && HidesScale(cell.NumberFormat))
            findings.Add("R-U-07", sheet.Place(item, row, column.Letter), ("格式", cell.NumberFormat));
    }

    private bool HidesScale(string format)
    {
        if (format == "General") return false;
        if (!scaled.TryGetValue(format, out var hides)) scaled[format] = hides = IsScaled(format);
        return hides;
    }

    /// <summary>Whether a format shows another amount: a comma after the last digit divides by 1,000, <c>0!.0000</c> draws a point into the digits.</summary>
    internal static bool IsScaled(string format) => Scale().IsMatch(Quoted().Replace(format, ""));

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|[_*].")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[0#?],+(?![0#?,])|[0#?][!\\]\.[0#?]")]
    private static partial Regex Scale();
}
