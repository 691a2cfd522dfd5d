using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Proof;

/// <summary>The wording of the report that no clerk wrote: 12月1日 of the template, captions and rules' names of the annexes.</summary>
internal sealed class OwnWording
{
    // A number of an edited line is still the catalogue's while its neighbours are.
    private const int Before = 4;
    private const int After = 2;

    private readonly HashSet<string> lines;
    private readonly Lazy<string> all;
    private readonly Func<string, bool> isFigure;

    /// <param name="subject">What the wording is filled with.</param>
    /// <param name="written">Paragraphs of 省本级, without their figures: not the catalogue's.</param>
    public OwnWording(ReportSubject subject, IReadOnlySet<string> written)
    {
        isFigure = subject.Figures.Figures.ContainsKey;
        lines = [.. Compose(subject).Select(line => line.Skeleton(isFigure).Trim()).Where(line => !written.Contains(line))];
        all = new(() => string.Join('\n', lines));
    }

    /// <summary>Whether a number is part of that wording.</summary>
    public bool Holds(TypedNumber typed)
    {
        if (lines.Contains(typed.Line.Skeleton(isFigure).Trim())) return true;
        var text = typed.Line.Unbound(isFigure);
        var (from, end) = (Math.Max(0, typed.At - Before), Math.Min(text.Length, typed.At + typed.Text.Length + After));
        var around = text[from..end];
        return around.Length > typed.Text.Length && !around.Contains(PrintedLine.Blank) && all.Value.Contains(around, StringComparison.Ordinal);
    }

    /// <summary>The report as it is composed: lines with the places of its figures.</summary>
    public static IEnumerable<PrintedLine> Compose(ReportSubject subject) => ReportDocument.Compose(subject).SelectMany(LinesOf).Where(l => l.Text.Length > 0);

    private static IEnumerable<PrintedLine> LinesOf(Block block) => block switch
    {
        Paragraph p => [Line(p.Pieces, isRow: false)],
        Table t => t.Header.Concat(t.Rows).Select(row => Row(row.Cells)),
        _ => [],
    };

    private static PrintedLine Row(IReadOnlyList<TableCell> cells)
    {
        var pieces = new List<Piece>();
        // A cell that is part of the one beside it is no cell of the document.
        foreach (var (i, cell) in cells.Where(c => c.Join != CellJoin.Left).Index())
        {
            if (i > 0) pieces.Add(new Piece("\t"));
            pieces.AddRange(cell.Pieces);
        }

        return Line(pieces, isRow: true);
    }

    private static PrintedLine Line(IReadOnlyList<Piece> pieces, bool isRow)
    {
        var text = new System.Text.StringBuilder();
        var slots = new List<PrintedSlot>();
        foreach (var piece in pieces.Where(p => p != Piece.LineBreak))
        {
            if (piece.Figure is { } figure && piece.Text.Length > 0) slots.Add(new PrintedSlot(figure, piece.Part, text.Length, piece.Text.Length));
            text.Append(PrintableText.Of(piece.Text));
        }

        return new PrintedLine(text.ToString(), slots, isRow);
    }
}
