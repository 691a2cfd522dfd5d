using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Workbooks;

namespace Pipeline.Reports.Provenance;

/// <summary>A sheet of the trace: a line that says what it is, captions, rows that can be filtered.</summary>
/// <param name="name">Sheet name.</param>
/// <param name="intent">What it is for, Chinese.</param>
/// <param name="columns">Captions and widths in characters.</param>
internal sealed class TraceTable(string name, string intent, IReadOnlyList<(string Caption, int Width)> columns)
{
    /// <summary>Sheet row of the first row of values.</summary>
    public const int FirstRow = 3;

    private const int HeadRow = 2;

    // Excel keeps no more digits.
    private const decimal Largest = 999_999_999_999_999m;

    private readonly PageDraft page = new(name);
    private int row = FirstRow;

    /// <summary>The sheet row that is written next.</summary>
    public int Next => row;

    /// <summary>A cell to jump to.</summary>
    public static string LinkTo(string sheet, int row) => $"'{sheet}'!A{row}";

    public void Add(params IEnumerable<TraceCell> cells)
    {
        foreach (var (index, cell) in cells.Index()) page.Put(row, Draft(index + 1, cell));
        row++;
    }

    public SheetDraft Draft()
    {
        page.Text(1, 1, intent, TemplateStyles.Line);
        foreach (var (index, (caption, _)) in columns.Index()) page.Text(HeadRow, index + 1, caption, ReceiptStyles.Heading);
        return page.Draft(
            [.. columns.Index().Select(c => new ColumnDraft(c.Index + 1, c.Index + 1, c.Item.Width))], new CellAddress(FirstRow, 1),
            new PrintSetup { Landscape = true, FitToWidth = true, RepeatRows = (HeadRow, HeadRow), Footer = $"{name}　第 &P 页，共 &N 页" }) with
        {
            Protected = false,
            AutoFilter = row > FirstRow ? CellRange.Of(HeadRow, 1, row - 1, columns.Count) : null,
        };
    }

    // Names of files and sheets come from uploads: no text may be taken for a formula; a bare number is none.
    private static CellDraft Draft(int column, TraceCell cell) => cell switch
    {
        { Number: { } number } when Math.Abs(number * (cell.Decimals == 2 ? 100 : 1)) <= Largest =>
            CellDraft.OfNumber(column, number, ReceiptStyles.Amount with { NumberFormat = cell.Decimals == 2 ? "#,##0.00" : "#,##0" }),
        { Number: { } number } => CellDraft.OfText(column, number.ToString(CultureInfo.InvariantCulture), ReceiptStyles.Amount),
        _ => CellDraft.OfText(column, cell.Text is var text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? text : UploadedText.Safe(text), cell.Link is null ? ReceiptStyles.Text : ReceiptStyles.Link) with { Link = cell.Link },
    };
}

/// <summary>A value of a trace.</summary>
internal sealed record TraceCell
{
    public string Text { get; private init; } = "";

    public decimal? Number { get; private init; }

    public int Decimals { get; private init; }

    /// <summary>A place of the workbook to jump to; null for none.</summary>
    public string? Link { get; private init; }

    public static TraceCell Of(string text, string? link = null) => new() { Text = text, Link = link };

    public static TraceCell Of(int number) => new() { Number = number };

    /// <summary>A number of two decimals.</summary>
    public static TraceCell Of(decimal number) => new() { Number = number, Decimals = 2 };

    /// <summary>元 with two decimals, or persons; an empty cell for nothing.</summary>
    public static TraceCell Of(long? raw, Measure measure) =>
        raw is { } value ? new() { Number = (decimal)value / measure.Scale(), Decimals = measure.Decimals() } : Of("");
}
