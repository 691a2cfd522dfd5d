namespace Pipeline.Workbooks;

/// <summary>
/// A cell to be written. Text is always written as text, whatever it begins with; only <see cref="OfFormula(int, string, CellStyle, decimal?)"/> makes a formula.
/// </summary>
public sealed record CellDraft
{
    private CellDraft(int column, CellStyle style)
    {
        Column = column;
        Style = style;
    }

    /// <summary>Counted from 1.</summary>
    public int Column { get; }

    public CellStyle Style { get; init; }

    /// <summary>The cell's text, or a formula's stored result.</summary>
    public string? Text { get; private init; }

    /// <summary>The cell's number, or a formula's stored result.</summary>
    public decimal? Number { get; private init; }

    /// <summary>Without a leading equals sign.</summary>
    public string? Formula { get; private init; }

    /// <summary>A place in this workbook to jump to, such as <c>'收入表'!C7</c>; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>A note shown beside the cell; null for none.</summary>
    public string? Comment { get; init; }

    public static CellDraft Blank(int column, CellStyle style) => new(column, style);

    public static CellDraft OfText(int column, string text, CellStyle style) => new(column, style) { Text = text };

    /// <summary>A number of at most 15 significant digits: Excel keeps no more, and a figure must not change on the way.</summary>
    public static CellDraft OfNumber(int column, decimal number, CellStyle style) => new(column, style) { Number = number };

    /// <summary>A date; the style says how it is shown.</summary>
    public static CellDraft OfDate(int column, DateOnly date, CellStyle style) =>
        new(column, style) { Number = date.DayNumber - new DateOnly(1899, 12, 30).DayNumber };

    /// <summary>A formula and the result that readers without a calculation engine see.</summary>
    public static CellDraft OfFormula(int column, string formula, CellStyle style, decimal? result = null) =>
        new(column, style) { Formula = formula, Number = result };

    /// <summary>A formula whose stored result is a text.</summary>
    public static CellDraft OfFormula(int column, string formula, CellStyle style, string result) =>
        new(column, style) { Formula = formula, Text = result };
}
