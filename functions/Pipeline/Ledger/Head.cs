namespace Pipeline.Ledger;

/// <summary>The submission in force for a unit.</summary>
/// <param name="Submission">Which one.</param>
/// <param name="RowCount">Rows its version must have: a version with fewer is not whole.</param>
public sealed record Head(Submission Submission, int RowCount);
