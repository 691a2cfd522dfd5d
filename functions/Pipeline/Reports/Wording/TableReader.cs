using Pipeline.Catalogue;

namespace Pipeline.Reports.Wording;

/// <summary>Reads a table written as YAML in the template: <c>unit</c>, <c>widths</c>, <c>align</c>, <c>header</c>, <c>rows</c>.</summary>
/// <remarks>A cell <c>&lt;</c> belongs to the cell left of it, a cell <c>^</c> to the cell above.</remarks>
internal sealed class TableReader(Marks marks)
{
    private static readonly Dictionary<string, CellPosition> Positions = new()
    {
        ["left"] = CellPosition.Left, ["centre"] = CellPosition.Centre, ["right"] = CellPosition.Right,
    };

    public IEnumerable<Block> Read(string yaml)
    {
        var root = DataNode.Read(ReportTemplate.File, yaml).Only("unit", "widths", "align", "header", "rows");
        var widths = root["widths"].List();
        var alignments = root["align"].List();
        if (alignments.Count != widths.Count) throw root["align"].Wrong($"{widths.Count} columns are expected");
        yield return new Paragraph(TextRole.UnitLine, [.. marks.Restore(root.Text("unit"))]);
        yield return new Table(
            [.. widths.Zip(alignments, (width, position) => new TableColumn(width.Int(), position.OneOf(Positions)))],
            [.. root["header"].List().Select(row => Row(row, widths.Count))],
            [.. root["rows"].List().Select(row => Row(row, widths.Count))],
            TextRole.TableText);
    }

    private TableRow Row(DataNode node, int columns)
    {
        var cells = node.List();
        if (cells.Count != columns) throw node.Wrong($"{columns} cells are expected");
        return new TableRow([.. cells.Select(cell => Cell(cell.Text()))]);
    }

    private TableCell Cell(string text) => text switch
    {
        "<" => new TableCell([], CellJoin.Left),
        "^" => new TableCell([], CellJoin.Above),
        _ => new TableCell([.. marks.Restore(text)]),
    };
}
