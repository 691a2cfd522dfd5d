namespace Pipeline.Workbooks;

/// <summary>Columns of one width.</summary>
/// <param name="First">First column, counted from 1.</param>
/// <param name="Last">Last column.</param>
/// <param name="Width">In characters of the standard font; a Chinese character takes two.</param>
public sealed record ColumnDraft(int First, int Last, decimal Width)
{
    public bool Hidden { get; init; }
}
