using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>Gathers what goes on one sheet, in any order.</summary>
internal sealed class PageDraft(string name)
{
    private readonly SortedDictionary<(int Row, int Column), CellDraft> cells = [];
    private readonly Dictionary<int, decimal> heights = [];

    public string Name => name;

    public List<CellRange> Merged { get; } = [];

    public List<ValidationDraft> Validations { get; } = [];

    public List<ConditionalFill> Fills { get; } = [];

    public List<DefinedName> Names { get; } = [];

    public void Put(int row, CellDraft cell) => cells[(row, cell.Column)] = cell;

    public void Text(int row, int column, string text, CellStyle style) => Put(row, CellDraft.OfText(column, text, style));

    public void Height(int row, decimal points) => heights[row] = points;

    /// <summary>Rows of one column as ranges, one for each unbroken run.</summary>
    public static IReadOnlyList<CellRange> Runs(IEnumerable<int> rows, int column)
    {
        var runs = new List<CellRange>();
        foreach (var row in rows.Order())
        {
            if (runs.Count > 0 && runs[^1].Last.Row == row - 1) runs[^1] = new CellRange(runs[^1].First, new CellAddress(row, column));
            else runs.Add(CellRange.Of(row, column, row, column));
        }

        return runs;
    }

    public SheetDraft Draft(IReadOnlyList<ColumnDraft> columns, CellAddress? freeze, PrintSetup print) =>
        new(name, [.. cells.GroupBy(c => c.Key.Row).Select(row => new RowDraft(row.Key, [.. row.Select(c => c.Value)])
        {
            Height = heights.TryGetValue(row.Key, out var height) ? height : null,
        })])
        {
            Columns = columns,
            MergedRanges = Merged,
            Validations = Validations,
            ConditionalFills = Fills,
            Protected = true,
            FreezePane = freeze,
            Print = print,
        };
}
