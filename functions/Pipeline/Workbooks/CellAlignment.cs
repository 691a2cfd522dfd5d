namespace Pipeline.Workbooks;

/// <summary>Where a cell's content stands between left and right.</summary>
public enum CellAlignment
{
    /// <summary>Numbers to the right, text to the left.</summary>
    General,
    Left,
    Center,
    Right,
}
