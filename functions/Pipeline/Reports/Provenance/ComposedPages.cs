using System.Text;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Provenance;

/// <summary>The pages of a report that is at hand, from its blocks.</summary>
internal static class ComposedPages
{
    /// <summary>Every paragraph and cell that has text, top to bottom.</summary>
    public static IReadOnlyList<PageText> Of(ReportSubject subject)
    {
        var texts = new List<PageText>();
        var (trail, line) = (new PageTrail(), 0);
        foreach (var block in ReportDocument.Compose(subject))
        {
            if (block is Paragraph paragraph)
            {
                var printed = Print(paragraph.Pieces);
                trail.Pass(paragraph.Role, printed.Text);
                if (printed.Text.Length > 0) texts.Add(new PageText(line++, trail.Place, null, null, printed.Text, printed.Figures));
            }
            else if (block is Table table)
            {
                var grid = new PageGrid();
                foreach (var row in table.Header)
                {
                    grid.AddHeader(Cells(row));
                    line += Count(row);
                }

                foreach (var row in table.Rows)
                {
                    texts.AddRange(grid.Row(line, trail.Place, Cells(row)));
                    line += Count(row);
                }
            }
        }

        return texts;
    }

    private static List<(int Column, PageCell Cell)> Cells(TableRow row) =>
        [.. row.Cells.Index().Where(c => c.Item.Join == CellJoin.None).Select(c => (c.Index, Print(c.Item.Pieces)))];

    // A row without a word and with one cell is no line.
    private static int Count(TableRow row) => row.Cells.Count(c => c.Join != CellJoin.Left) > 1 || row.Cells.Any(c => c.Pieces.Any(p => p.Text.Length > 0)) ? 1 : 0;

    private static PageCell Print(IReadOnlyList<Piece> pieces)
    {
        var text = new StringBuilder();
        var figures = new List<PlacedFigure>();
        foreach (var piece in pieces.Where(p => p != Piece.LineBreak))
        {
            var printed = PrintableText.Of(piece.Text);
            if (piece.Figure is { } figure) figures.Add(new PlacedFigure(figure, text.Length, printed.Length));
            text.Append(printed);
        }

        return new PageCell(text.ToString(), figures);
    }
}
