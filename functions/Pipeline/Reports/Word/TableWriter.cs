using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Catalogue;
using Pipeline.Reports.Wording;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableCell = Pipeline.Reports.Wording.TableCell;
using TableRow = Pipeline.Reports.Wording.TableRow;
using WordCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Pipeline.Reports.Word;

/// <summary>A table as wide as the text: full grid, captions repeated on every page, no row torn apart.</summary>
/// <param name="profile">Its styles.</param>
/// <param name="width">Width of the text in twips.</param>
/// <param name="paragraphs">Writes what stands in the cells.</param>
internal sealed class TableWriter(StyleProfile profile, int width, ParagraphWriter paragraphs)
{
    // No page begins or ends with fewer rows of a table than these.
    private const int LeastRows = 3;

    /// <param name="table">What it says.</param>
    /// <param name="tied">Whether its last rows stay on the page of what follows it.</param>
    public Table Write(Wording.Table table, bool tied)
    {
        var widths = Widths(table.Columns);
        var written = new Table(
            new TableProperties
            {
                TableStyle = new TableStyle { Val = StyleSheet.TableStyle },
                TableWidth = new TableWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
                TableJustification = new TableJustification { Val = TableRowAlignmentValues.Center },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = table.Role == TextRole.AnnexText ? StyleSheet.CellMargins(profile.AnnexCellMargin) : null,
            },
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        var head = profile[table.Role == TextRole.AnnexText ? TextRole.AnnexHead : TextRole.TableHead];
        for (var index = 0; index < table.Header.Count; index++)
            written.Append(Row(table.Header, index, widths, header: true, tied: false, (_, _) => head.Id));
        var text = profile[table.Role];
        for (var index = 0; index < table.Rows.Count; index++)
        {
            var last = index == table.Rows.Count - 1;
            var kept = last ? tied : index < LeastRows - 1 || index >= table.Rows.Count - LeastRows;
            written.Append(Row(table.Rows, index, widths, header: false, kept && !text.KeepNext,
                (column, cell) => StyleSheet.InCell(text, cell.Position ?? table.Columns[column].Alignment)));
        }

        return written;
    }

    private WordRow Row(IReadOnlyList<TableRow> rows, int index, IReadOnlyList<int> widths, bool header, bool tied, Func<int, TableCell, string> style)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (header) properties.Append(new TableHeader());
        var row = new WordRow(properties);
        var cells = rows[index].Cells;
        for (var column = 0; column < cells.Count; column++)
        {
            var cell = cells[column];
            if (cell.Join == CellJoin.Left) continue;
            var span = 1 + cells.Skip(column + 1).TakeWhile(c => c.Join == CellJoin.Left).Count();
            var continued = index + 1 < rows.Count && rows[index + 1].Cells[column].Join == CellJoin.Above;
            row.Append(new WordCell(
                Properties(cell, widths.Skip(column).Take(span).Sum(), span, continued),
                paragraphs.Write(style(column, cell), cell.Pieces, tied)));
        }

        return row;
    }

    private static TableCellProperties Properties(TableCell cell, int width, int span, bool continued) => new()
    {
        TableCellWidth = new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
        GridSpan = span > 1 ? new GridSpan { Val = span } : null,
        VerticalMerge = cell.Join == CellJoin.Above ? new VerticalMerge { Val = MergedCellValues.Continue }
            : continued ? new VerticalMerge { Val = MergedCellValues.Restart } : null,
        TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center },
    };

    private List<int> Widths(IReadOnlyList<TableColumn> columns)
    {
        var shares = columns.Sum(c => c.Share);
        var widths = columns.Select(c => width * c.Share / shares).ToList();
        widths[^1] += width - widths.Sum();
        return widths;
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
