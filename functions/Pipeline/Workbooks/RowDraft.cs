namespace Pipeline.Workbooks;

/// <summary>A row to be written.</summary>
/// <param name="Row">Counted from 1.</param>
/// <param name="Cells">Cells in ascending order of column.</param>
public sealed record RowDraft(int Row, IReadOnlyList<CellDraft> Cells)
{
    /// <summary>In points; null leaves it to Excel.</summary>
    public decimal? Height { get; init; }

    public bool Hidden { get; init; }
}
