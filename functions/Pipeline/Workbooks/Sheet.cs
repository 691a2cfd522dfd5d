namespace Pipeline.Workbooks;

/// <summary>A sheet held in memory. Cells with neither value nor formula are left out.</summary>
public sealed record Sheet(
    string Name,
    SheetState State,
    IReadOnlyDictionary<(int Row, int Column), Cell> Cells,
    IReadOnlySet<int> HiddenRows,
    IReadOnlySet<int> HiddenColumns)
{
    /// <summary>The cell at an address; null when it is empty.</summary>
    public Cell? this[CellAddress address] => Cells.GetValueOrDefault((address.Row, address.Column));
}
