namespace Pipeline.Stages;

/// <summary>A fiscal year for people and programs that ask how it stands.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Deadline">When returns were due.</param>
/// <param name="Closed">When the deadline was found to have passed; null while open.</param>
/// <param name="Snapshot">Last consolidation.</param>
/// <param name="Report">Snapshot of the published report; null when there is none.</param>
/// <param name="Draft">Whether that report is a 草稿.</param>
/// <param name="UpToDate">Whether the report shows the returns now in force.</param>
/// <param name="Note">Why a report could not be made, Chinese; null when nothing stood in its way.</param>
/// <param name="Missing">Units without a return in force at the last consolidation.</param>
/// <param name="Units">Every reporting unit.</param>
public sealed record YearReport(
    int Year, DateTimeOffset Deadline, DateTimeOffset? Closed, string? Snapshot, string? Report, bool Draft, bool UpToDate,
    string? Note, IReadOnlyList<string> Missing, IReadOnlyList<UnitState> Units)
{
    /// <summary>已封账.</summary>
    public bool Locked { get; init; }

    /// <summary>已失效: the published report was made before the year was unlocked.</summary>
    public bool Invalid { get; init; }
}
