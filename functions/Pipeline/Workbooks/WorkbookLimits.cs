namespace Pipeline.Workbooks;

/// <summary>What reading one workbook may cost. The defaults fit a return with room to spare.</summary>
public sealed record WorkbookLimits
{
    public static WorkbookLimits Default { get; } = new();

    /// <summary>Size of the file, bytes.</summary>
    public long MaxFileBytes { get; init; } = 20_000_000;

    /// <summary>Entries in the ZIP directory.</summary>
    public int MaxEntries { get; init; } = 2_000;

    /// <summary>All entries together once expanded, bytes. No entry may expand beyond what it declares.</summary>
    public long MaxExpandedBytes { get; init; } = 300_000_000;

    /// <summary>Expanded over compressed size of an entry above 1 MB. Worksheets stay well below 100, a bomb reaches 1,000.</summary>
    public int MaxRatio { get; init; } = 200;

    public int MaxSheets { get; init; } = 1_000;

    public int MaxDefinedNames { get; init; } = 50_000;

    /// <summary>Entries of the shared string table, which is held in memory.</summary>
    public int MaxSharedStrings { get; init; } = 500_000;

    /// <summary>All shared strings together, characters.</summary>
    public int MaxSharedStringLength { get; init; } = 20_000_000;

    /// <summary>One cell's text or formula, characters: where Excel itself stops, and what one property of a table row can hold.</summary>
    public int MaxCellLength { get; init; } = 32_767;

    /// <summary>Filled cells that <see cref="Workbook.Read"/> holds in memory.</summary>
    public int MaxCells { get; init; } = 250_000;
}
