using System.Globalization;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Proof;

/// <summary>A report as its reader sees it: the text read back from the document's bytes, and where in it each figure stands.</summary>
/// <param name="Subject">What it was made of.</param>
/// <param name="Lines">Paragraphs and table rows, top to bottom.</param>
/// <param name="LockedSnapshot">Snapshot the year is locked with; null while it is open.</param>
internal sealed record PrintedReport(ReportSubject Subject, IReadOnlyList<PrintedLine> Lines, string? LockedSnapshot)
{
    /// <summary>Every figure with the text that stands for it, as often as it is printed.</summary>
    public IEnumerable<(string Figure, string Text, PrintedLine Line)> Figures =>
        Lines.SelectMany(line => line.Figures.Select(f => (f.Figure, line.Text.Substring(f.At, f.Length), line)));

    /// <summary>Reads the document back.</summary>
    /// <param name="subject">What it was made of.</param>
    /// <param name="document">Its bytes.</param>
    /// <param name="lockedSnapshot">Snapshot the year is locked with.</param>
    /// <exception cref="InvalidOperationException">The document does not say what was written into it: a defect of ours.</exception>
    public static PrintedReport Read(ReportSubject subject, byte[] document, string? lockedSnapshot)
    {
        var printed = ReportText.Extract(new MemoryStream(document)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var meant = ReportDocument.Compose(subject).SelectMany(LinesOf).Where(l => l.Text.Length > 0).ToList();
        if (!printed.SequenceEqual(meant.Select(l => l.Text)))
            throw new InvalidOperationException("The document's text is not what was written into it.");
        return new PrintedReport(subject, meant, lockedSnapshot);
    }

    /// <summary>The number a figure's text prints; null for 无, — and the like.</summary>
    public static decimal? Number(string text)
    {
        var digits = new string([.. text.SkipWhile(c => !char.IsAsciiDigit(c) && c != '-').TakeWhile(c => char.IsAsciiDigit(c) || c is '-' or '.')]);
        return decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static IEnumerable<PrintedLine> LinesOf(Block block) => block switch
    {
        Paragraph p => [Line(p.Pieces)],
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

        return Line(pieces);
    }

    private static PrintedLine Line(IReadOnlyList<Piece> pieces)
    {
        var text = new System.Text.StringBuilder();
        var figures = new List<(string, int, int)>();
        foreach (var piece in pieces.Where(p => p != Piece.LineBreak))
        {
            if (piece.Figure is { } figure) figures.Add((figure, text.Length, piece.Text.Length));
            text.Append(piece.Text);
        }

        return new PrintedLine(text.ToString(), figures);
    }
}

/// <summary>A paragraph, or a table row with tabs between its cells.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Figures">Figure ids, where they begin and how long they are.</param>
internal sealed record PrintedLine(string Text, IReadOnlyList<(string Figure, int At, int Length)> Figures);
