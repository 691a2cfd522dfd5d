namespace Pipeline.Workbooks;

/// <summary>How a sheet prints, on A4.</summary>
public sealed record PrintSetup
{
    public bool Landscape { get; init; }

    /// <summary>Shrinks the sheet to the width of one page.</summary>
    public bool FitToWidth { get; init; }

    /// <summary>With <see cref="FitToWidth"/>: shrinks it to the height of one page too.</summary>
    public bool FitToHeight { get; init; }

    /// <summary>First and last row repeated on every page; null for none.</summary>
    public (int First, int Last)? RepeatRows { get; init; }

    /// <summary>Text in the middle of every page's foot, in Excel's own codes (<c>第 &amp;P 页</c>); null for none.</summary>
    public string? Footer { get; init; }
}
