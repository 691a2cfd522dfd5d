namespace Pipeline.Ledger;

/// <summary>The submission in force for a unit.</summary>
/// <param name="Submission">Which one.</param>
/// <param name="RowCount">Rows its version must have: a version with fewer is not whole.</param>
public sealed record Head(Submission Submission, int RowCount);

/// <summary>What came of publishing a submission.</summary>
public enum Publication
{
    /// <summary>It is in force (now, or already was: a repeated publication says the same).</summary>
    InForce,

    /// <summary>A newer submission is in force.</summary>
    Superseded,
}

/// <summary>A fiscal year as the ledger sees it, read in one call.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Heads">Unit code → submission in force.</param>
/// <param name="State">The year's own row; its ETag guards the next change.</param>
public sealed record YearHeads(int Year, IReadOnlyDictionary<string, Head> Heads, YearState State);

/// <summary>The year's own row.</summary>
/// <param name="Snapshot">Id of the last consolidation, null before the first.</param>
/// <param name="Report">Id of the snapshot whose report is published, null when none is.</param>
/// <param name="Draft">Whether that report is a 草稿 (units missing).</param>
/// <param name="Closed">When the deadline was found to have passed; null while the year is open.</param>
/// <param name="Missing">Units without a return in force at the last consolidation.</param>
/// <param name="Note">Why there is no report, for people; null when there is one.</param>
/// <param name="ETag">Null when the row does not exist yet.</param>
public sealed record YearState(
    string? Snapshot, string? Report, bool Draft, DateTimeOffset? Closed, IReadOnlyList<string> Missing, string? Note, string? ETag)
{
    /// <summary>A year nobody has written to.</summary>
    public static YearState New { get; } = new(null, null, false, null, [], null, null);
}
