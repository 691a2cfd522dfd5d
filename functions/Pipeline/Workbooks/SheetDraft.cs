namespace Pipeline.Workbooks;

/// <summary>A sheet to be written.</summary>
/// <param name="Name">At most 31 characters, none of <c>[ ] : * ? / \</c>, unique in the workbook.</param>
/// <param name="Rows">Rows in ascending order, each with its cells in ascending order; gone through several times, so that a long sheet can make its rows as they are asked for.</param>
public sealed record SheetDraft(string Name, IEnumerable<RowDraft> Rows)
{
    public SheetState State { get; init; }

    public IReadOnlyList<ColumnDraft> Columns { get; init; } = [];

    public IReadOnlyList<CellRange> MergedRanges { get; init; } = [];

    public IReadOnlyList<ValidationDraft> Validations { get; init; } = [];

    public IReadOnlyList<ConditionalFill> ConditionalFills { get; init; } = [];

    /// <summary>Locks every cell whose style is locked; without a password, against slips only.</summary>
    public bool Protected { get; init; }

    /// <summary>The first cell that scrolls: rows above and columns before it stay in view. Null for none.</summary>
    public CellAddress? FreezePane { get; init; }

    /// <summary>The table whose rows can be filtered by the buttons in its first row; null for none.</summary>
    public CellRange? AutoFilter { get; init; }

    public PrintSetup Print { get; init; } = new();

    /// <summary>Colour of the tab, as <c>RRGGBB</c>; null for none.</summary>
    public string? TabColor { get; init; }
}
