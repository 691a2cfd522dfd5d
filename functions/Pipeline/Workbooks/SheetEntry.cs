namespace Pipeline.Workbooks;

/// <summary>One tab of a workbook, in the order of the tabs.</summary>
public sealed record SheetEntry(string Name, SheetState State)
{
    /// <summary>The package part that holds the cells.</summary>
    internal string Part { get; init; } = "";
}
