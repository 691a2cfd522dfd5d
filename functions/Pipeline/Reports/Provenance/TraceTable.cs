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

    private static readonly CellStyle Money = ReceiptStyles.Amount with { NumberFormat = "#,##0.00" };
    private static readonly CellStyle Count = ReceiptStyles.Amount with { NumberFormat = "#,##0" };

    private readonly List<RowDraft> rows = [];

    /// <summary>A cell to jump to.</summary>
    public static string LinkTo(string sheet, int row) => $"'{sheet}'!A{row}";

    public void Add(params ReadOnlySpan<TraceCell> cells) => rows.Add(new RowDraft(FirstRow + rows.Count, Drafts(1, cells)));

    /// <summary>Cells beside each other.</summary>
    /// <param name="column">Where the first stands.</param>
    /// <param name="cells">Left to right.</param>
    public static CellDraft[] Drafts(int column, params ReadOnlySpan<TraceCell> cells)
    {
        var drafts = new CellDraft[cells.Length];
        for (var index = 0; index < cells.Length; index++) drafts[index] = Draft(column + index, cells[index]);
        return drafts;
    }

    public SheetDraft Draft() => Draft(rows, rows.Count);

    /// <summary>The sheet with rows that were not added.</summary>
    /// <param name="values">The rows from <see cref="FirstRow"/> on.</param>
    /// <param name="count">How many.</param>
    public SheetDraft Draft(IEnumerable<RowDraft> values, int count) => new(name, Head().Concat(values))
    {
        Columns = [.. columns.Select((c, index) => new ColumnDraft(index + 1, index + 1, c.Width))],
        FreezePane = new CellAddress(FirstRow, 1),
        AutoFilter = count > 0 ? CellRange.Of(HeadRow, 1, HeadRow + count, columns.Count) : null,
        Print = new PrintSetup { Landscape = true, FitToWidth = true, RepeatRows = (HeadRow, HeadRow), Footer = $"{name}　第 &P 页，共 &N 页" },
    };

    private IReadOnlyList<RowDraft> Head() =>
    [
        new RowDraft(1, [CellDraft.OfText(1, intent, TemplateStyles.Line)]),
        new RowDraft(HeadRow, [.. columns.Select((c, index) => CellDraft.OfText(index + 1, c.Caption, ReceiptStyles.Heading))]),
    ];

    // The parser overlooks blanks in front and control characters behind.
    private static bool IsBareNumber(string text) =>
        text.All(c => char.IsAsciiDigit(c) || c is '.' or '+' or '-' or 'e' or 'E') && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static CellDraft Draft(int column, TraceCell cell) => cell switch
    {
        { Number: { } number } when Math.Abs(number * (cell.Decimals == 2 ? 100 : 1)) <= Largest => CellDraft.OfNumber(column, number, cell.Decimals == 2 ? Money : Count),
        { Number: { } number } => CellDraft.OfText(column, number.ToString(CultureInfo.InvariantCulture), ReceiptStyles.Amount),
        { Link: { } link } => CellDraft.OfText(column, Safe(cell.Text), ReceiptStyles.Link) with { Link = link },
        _ => CellDraft.OfText(column, Safe(cell.Text), ReceiptStyles.Text),
    };

    // Names of files and sheets and the texts of cells come from uploads: no text may be taken for a formula; a bare number is none.
    private static string Safe(string text) => IsBareNumber(text) ? text : UploadedText.Safe(text);
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
