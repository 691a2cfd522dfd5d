using Pipeline.Catalogue;
using Pipeline.Reports.Wording;
using Pipeline.Workbooks;

namespace Pipeline.Reports.Sheets;

/// <summary>A place on a sheet: one cell, or several joined.</summary>
/// <param name="Range">Where.</param>
/// <param name="Pieces">What the document prints there.</param>
/// <param name="Style">How it looks.</param>
internal sealed record PlacedText(CellRange Range, IReadOnlyList<Piece> Pieces, CellStyle Style);

/// <summary>An annex on the grid of a sheet. Tables of different columns share one grid, in which their cells are joined.</summary>
internal sealed class AnnexLayout
{
    // Column edges nearer than this, in thousandths of the width, are one edge: a reader sees no difference.
    private const int SameEdge = 12;

    // Characters that stand beside each other on a page.
    private const int Upright = 86;
    private const int Sideways = 132;

    private const decimal LineHeight = 15;

    private readonly List<int> edges;
    private readonly int characters;
    private readonly Dictionary<int, decimal> heights = [];

    public AnnexLayout(Section section, string? notice)
    {
        characters = section.Landscape ? Sideways : Upright;
        edges = Edges(section.Blocks.OfType<Table>());
        if (notice is not null) Line(TextRole.Header, [new Piece(notice)]);
        foreach (var block in section.Blocks)
        {
            if (block is Paragraph paragraph) Line(paragraph.Role, paragraph.Pieces);
            if (block is Table table) Add(table);
        }
    }

    public List<PlacedText> Places { get; } = [];

    /// <summary>The caption rows of the first table, null when there is none.</summary>
    public (int First, int Last)? Captions { get; private set; }

    public int Rows { get; private set; }

    public IReadOnlyList<ColumnDraft> Columns =>
        [.. Enumerable.Range(1, edges.Count - 1).Select(c => new ColumnDraft(c, c, decimal.Round((edges[c] - edges[c - 1]) * characters / 1000m, 1)))];

    /// <summary>In points; null leaves it to Excel.</summary>
    public decimal? HeightOf(int row) => heights.TryGetValue(row, out var height) ? height : null;

    private void Line(TextRole role, IReadOnlyList<Piece> pieces)
    {
        var (style, height) = SheetLook.Of(role);
        heights[++Rows] = height;
        Places.Add(new PlacedText(CellRange.Of(Rows, 1, Rows, edges.Count - 1), pieces, style));
    }

    private void Add(Table table)
    {
        if (table.Header.Count > 0) Captions ??= (Rows + 1, Rows + table.Header.Count);
        var columns = Positions(table);
        Add(table.Header, columns, _ => SheetLook.Caption);
        Add(table.Rows, columns, column => SheetLook.In(table.Columns[column]));
    }

    private void Add(IReadOnlyList<TableRow> rows, List<int> columns, Func<int, CellStyle> style)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            var row = ++Rows;
            var cells = rows[index].Cells;
            for (var column = 0; column < cells.Count; column++)
            {
                if (cells[column].Join != CellJoin.None) continue;
                var right = column + 1;
                while (right < cells.Count && cells[right].Join == CellJoin.Left) right++;
                var below = index + 1;
                while (below < rows.Count && rows[below].Cells[column].Join == CellJoin.Above) below++;
                var range = CellRange.Of(row, columns[column], row + below - index - 1, columns[right] - 1);
                Places.Add(new PlacedText(range, cells[column].Pieces, style(column)));
                if (below == index + 1) Raise(row, range, cells[column].Pieces);
            }
        }
    }

    /// <summary>Excel does not fit a row to cells that are joined.</summary>
    private void Raise(int row, CellRange range, IReadOnlyList<Piece> pieces)
    {
        var width = (edges[range.Last.Column] - edges[range.First.Column - 1]) * characters / 1000m;
        var lines = decimal.Ceiling(TitleLines.Width(string.Concat(pieces.Select(p => p.Text))) * 2 / Math.Max(2, width - 2));
        heights[row] = Math.Max(heights.GetValueOrDefault(row, LineHeight + 3), (lines * LineHeight) + 3);
    }

    /// <summary>For every column of the table the grid column it begins with, and behind the last the one after the end.</summary>
    private List<int> Positions(Table table) =>
        [.. EdgesOf(table).Select(edge => 1 + edges.IndexOf(edges.MinBy(e => Math.Abs(e - edge))))];

    private static List<int> Edges(IEnumerable<Table> tables)
    {
        var edges = new List<int>();
        foreach (var edge in tables.SelectMany(EdgesOf).Append(0).Append(1000).Order())
            if (edges.Count == 0 || edge - edges[^1] >= SameEdge) edges.Add(edge);
        edges[^1] = 1000;
        return edges;
    }

    private static IEnumerable<int> EdgesOf(Table table)
    {
        var (all, sum) = (table.Columns.Sum(c => c.Share), 0);
        yield return 0;
        foreach (var column in table.Columns) yield return (sum += column.Share) * 1000 / all;
    }
}
