using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Figures;

namespace Pipeline.Reports.Wording;

/// <summary>An annex as blocks: mark, title, unit line, table, foot line.</summary>
internal static partial class AnnexBlocks
{
    public static IEnumerable<Block> Of(Annex annex, ReportSubject subject)
    {
        var narrative = new Narrative(subject.Catalogue, subject.Year.Snapshot, new FigureWords(subject.Figures));
        yield return new Paragraph(TextRole.AnnexMark, string.Create(CultureInfo.InvariantCulture, $"附件{annex.Number}"));
        yield return new Paragraph(TextRole.AnnexTitle, annex.Title);
        if (annex.Subtitle.Length > 0) yield return new Paragraph(TextRole.AnnexSubtitle, annex.Subtitle);
        yield return new Paragraph(TextRole.UnitLine, annex.Preface + $"单位：{annex.Measure}");
        TableRow Row(AnnexRow row) => new([.. row.Cells.Select(cell => Cell(cell, subject.Figures, narrative))]);
        yield return new Table(
            [.. annex.Columns.Select(column => new TableColumn(column.Share, Position(column.Position)))],
            [.. annex.Header.Select(Row)], [.. annex.Rows.Select(Row)], TextRole.AnnexText);
        if (annex.Foot.Length > 0) yield return new Paragraph(TextRole.AnnexFoot, annex.Foot);
    }

    private static TableCell Cell(AnnexCell cell, FigureSet figures, Narrative narrative) => cell.Join switch
    {
        AnnexJoin.Left => new TableCell([], CellJoin.Left),
        AnnexJoin.Above => new TableCell([], CellJoin.Above),
        _ => new TableCell([.. Pieces(cell.Text, figures, narrative)], CellJoin.None, cell.Position is { } position ? Position(position) : null),
    };

    private static IEnumerable<Piece> Pieces(string text, FigureSet figures, Narrative narrative)
    {
        var from = 0;
        foreach (Match match in Place().Matches(text))
        {
            if (match.Index > from) yield return new Piece(text[from..match.Index]);
            if (match.Groups["id"].Success)
            {
                // The catalogue names only figures there are; a clerk's words in a cell may name any.
                var id = match.Groups["id"].Value;
                yield return figures.Figures.TryGetValue(id, out var figure) ? new Piece(figure.Text, id, Part: FigurePart.Number) : Narrative.Unknown(id);
            }
            else
            {
                var paragraphs = narrative.Paragraphs(match.Groups["section"].Value);
                if (paragraphs.Count == 0) yield return new Piece(match.Groups["otherwise"].Value);
                for (var i = 0; i < paragraphs.Count; i++)
                {
                    if (i > 0) yield return Piece.LineBreak;
                    foreach (var piece in paragraphs[i]) yield return piece;
                }
            }

            from = match.Index + match.Length;
        }

        if (from < text.Length || text.Length == 0) yield return new Piece(text[from..]);
    }

    private static CellPosition Position(AnnexPosition position) => position switch
    {
        AnnexPosition.Left => CellPosition.Left,
        AnnexPosition.Right => CellPosition.Right,
        _ => CellPosition.Centre,
    };

    [GeneratedRegex(@"\{\{(?<id>[^{}]+)\}\}|\{narrative:(?<section>[^{}|]+)\|?(?<otherwise>[^{}]*)\}")]
    private static partial Regex Place();
}
