namespace Pipeline.Workbooks;

/// <summary>What may be typed into some cells, and what the clerk is told otherwise.</summary>
/// <param name="Ranges">Where it applies.</param>
/// <param name="Kind">How <paramref name="Formula"/> is meant.</param>
/// <param name="Formula">The lower bound, the list (<c>"是,否"</c> with its quotation marks, or a reference), or the condition.</param>
/// <param name="ErrorTitle">At most 32 characters.</param>
/// <param name="ErrorText">At most 225 characters.</param>
public sealed record ValidationDraft(
    IReadOnlyList<CellRange> Ranges, ValidationKind Kind, string Formula, string ErrorTitle, string ErrorText)
{
    /// <summary>The upper bound of a number; null when only the lower one binds.</summary>
    public string? UpperBound { get; init; }

    /// <summary>Shown when the cell is entered, at most 32 characters; null for none.</summary>
    public string? PromptTitle { get; init; }

    /// <summary>Shown when the cell is entered, at most 255 characters; null for none.</summary>
    public string? PromptText { get; init; }

    public bool AllowBlank { get; init; } = true;
}
