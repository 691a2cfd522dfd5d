using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Figures;

namespace Pipeline.Reports.Wording;

/// <summary>An annex as blocks: mark, title, unit line, table.</summary>
internal static class AnnexBlocks
{
    // Labels are long and numbers short; a note of seven characters fits on a line.
    private const int LabelShare = 30;
    private const int NumberShare = 13;
    private const int NoteShare = 18;

    public static IEnumerable<Block> Of(Annex annex, FigureSet figures)
    {
        yield return new Paragraph(TextRole.AnnexMark, string.Create(CultureInfo.InvariantCulture, $"附件{annex.Number}"));
        yield return new Paragraph(TextRole.AnnexTitle, annex.Title);
        yield return new Paragraph(TextRole.UnitLine, $"单位：{annex.Measure}");
        yield return new Table(
            [.. annex.Columns.Select((column, index) => Column(column, index))],
            [new TableRow([.. annex.Columns.Select(c => TableCell.Of(c.Caption))])],
            [.. annex.Rows.Select(row => new TableRow([TableCell.Of(row.Label), .. row.Cells.Select(cell => Cell(cell, figures))]))],
            TextRole.AnnexText);
    }

    private static TableColumn Column(AnnexColumn column, int index) => new(
        index == 0 ? LabelShare : column.Numeric ? NumberShare : NoteShare, column.Numeric ? CellPosition.Right : CellPosition.Left);

    private static TableCell Cell(AnnexCell cell, FigureSet figures) =>
        cell.Figure is { } id ? new TableCell([new Piece(figures.Figures[id].Text, id, Part: FigurePart.Number)]) : TableCell.Of(cell.Text);
}
