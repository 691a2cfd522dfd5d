namespace Pipeline.Workbooks;

/// <summary>A workbook to be written, tabs in order.</summary>
public sealed record WorkbookDraft(IReadOnlyList<SheetDraft> Sheets)
{
    /// <summary>Names to define; print titles are added from each sheet's <see cref="PrintSetup"/>.</summary>
    public IReadOnlyList<DefinedName> DefinedNames { get; init; } = [];

    /// <summary>The tab in front when the workbook is opened, counted from 0.</summary>
    public int ActiveSheet { get; init; }
}
