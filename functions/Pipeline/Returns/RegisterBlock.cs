using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>Puts the free lines of a form on its sheet.</summary>
internal sealed class RegisterBlock(YearCatalogue catalogue, Form form, Register register, ReturnContents contents, PageDraft page)
{
    private const int LineHeight = 15;
    private const int HighestRow = 409;

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private readonly int first = register.CaptionRow + 1;

    public void Put()
    {
        if (form.Items.Count > 0) page.Text(register.CaptionRow - 1, 1, "明细（一行一条，按实际条数填写）", TemplateStyles.Line);
        foreach (var column in register.Columns) page.Text(register.CaptionRow, Number(column), column.Caption, TemplateStyles.Heading);
        page.Height(register.CaptionRow, 30);

        var lines = Place([.. contents.Lines(form)]);
        var last = Math.Max(register.CaptionRow + register.Lines, lines.Keys.DefaultIfEmpty(0).Max());
        for (var row = first; row <= last; row++)
        {
            var line = lines.GetValueOrDefault(row);
            foreach (var column in register.Columns) page.Put(row, Cell(column, line));
            if (line is not null && register.Columns.Max(c => Height(c, line)) is > 1 and var high)
                page.Height(row, Math.Min(HighestRow, high * LineHeight));
        }

        foreach (var column in register.Columns) Guard(column, last);
    }

    // Lines keep their rows, so that what is said of a cell stays true; lines that cannot are put one below the other.
    private Dictionary<int, RegisterLine> Place(IReadOnlyList<RegisterLine> lines) =>
        lines.All(l => l.Row >= first) && lines.DistinctBy(l => l.Row).Count() == lines.Count
            ? lines.ToDictionary(l => l.Row)
            : lines.Index().ToDictionary(l => first + l.Index, l => l.Item);

    private static CellDraft Cell(RegisterColumn column, RegisterLine? line)
    {
        var style = Style(column.Kind);
        if (line?.Values.GetValueOrDefault(column.Code) is not { Length: > 0 } text) return CellDraft.Blank(Number(column), style);
        return Value(Number(column), column.Kind, text, style);
    }

    /// <summary>A cell of a text as the reader gives it; what is not of the column's kind is written as the text it is.</summary>
    public static CellDraft Value(int column, RegisterKind kind, string text, CellStyle style) => kind switch
    {
        RegisterKind.Money or RegisterKind.Number when decimal.TryParse(text, NumberStyles.Number, Plain, out var number) =>
            CellDraft.OfNumber(column, number, style),
        RegisterKind.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", Plain, DateTimeStyles.None, out var date) =>
            CellDraft.OfDate(column, date, style),
        _ => CellDraft.OfText(column, text, style),
    };

    /// <summary>How many lines the text of a cell takes; a Chinese character is two wide.</summary>
    private static int Height(RegisterColumn column, RegisterLine line) =>
        line.Values.GetValueOrDefault(column.Code, "").Split('\n')
            .Sum(paragraph => 1 + paragraph.Sum(c => char.IsAscii(c) ? 1 : 2) / (column.Width - 1));

    private static CellStyle Style(RegisterKind kind) => kind switch
    {
        RegisterKind.Money => TemplateStyles.Typed("#,##0.00"),
        RegisterKind.Number => TemplateStyles.Typed("General"),
        RegisterKind.Date => TemplateStyles.Date,
        _ => TemplateStyles.FreeText,
    };

    private void Guard(RegisterColumn column, int last)
    {
        IReadOnlyList<CellRange> cells = [CellRange.Of(first, Number(column), last, Number(column))];
        var (from, to) = (new DateOnly(catalogue.Year - 1, 1, 1), new DateOnly(catalogue.Year + 1, 12, 31));
        ValidationDraft? validation = column switch
        {
            { Kind: RegisterKind.Money } => TypedCells.Amount(cells, required: column.Required),
            { Kind: RegisterKind.Number } => TypedCells.Number(cells, column.Caption),
            { Kind: RegisterKind.Date } => TypedCells.Date(cells, column.Caption, from, to),
            { Choices.Count: > 0 } => TypedCells.Choice(cells, column.Choices, column.Caption),
            _ => null,
        };
        if (validation is not null) page.Validations.Add(validation);
        if (!column.Required) return;

        // A line that has anything must have this.
        var (left, right) = (register.Columns[0].Letter, register.Columns[^1].Letter);
        page.Fills.Add(new ConditionalFill(
            cells, $"AND(COUNTA(${left}{first}:${right}{first})>0,ISBLANK({column.Letter}{first}))", TemplateStyles.MissingFill));
    }

    private static int Number(RegisterColumn column) => FormSheet.ColumnNumber(column.Letter);
}
