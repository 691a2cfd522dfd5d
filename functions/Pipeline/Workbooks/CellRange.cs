namespace Pipeline.Workbooks;

/// <summary>A rectangle of cells, both corners included; <c>B2:D5</c>.</summary>
public readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    public static CellRange Of(int firstRow, int firstColumn, int lastRow, int lastColumn) =>
        new(new CellAddress(firstRow, firstColumn), new CellAddress(lastRow, lastColumn));

    public override string ToString() => First == Last ? First.ToString() : $"{First}:{Last}";
}
