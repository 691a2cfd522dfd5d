namespace Pipeline.Ledger;

/// <summary>The submission in force for a unit.</summary>
/// <param name="Submission">Which one.</param>
/// <param name="Version">Its stored rows.</param>
public sealed record Head(Submission Submission, FactVersion Version);
