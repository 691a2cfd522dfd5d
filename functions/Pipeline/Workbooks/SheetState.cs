namespace Pipeline.Workbooks;

/// <summary>Whether a sheet's tab is shown.</summary>
public enum SheetState
{
    Visible,
    Hidden,

    /// <summary>Hidden so that Excel's own menu cannot bring it back.</summary>
    VeryHidden,
}
