using Pipeline.Review;

namespace Pipeline.Ledger;

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
    /// <summary>How the year stands with its lock.</summary>
    public YearReview Review { get; init; } = YearReview.New;

    /// <summary>A year nobody has written to.</summary>
    public static YearState New { get; } = new(null, null, false, null, [], null, null);
}
