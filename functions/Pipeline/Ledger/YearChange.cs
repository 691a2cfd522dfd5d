using Pipeline.Review;

namespace Pipeline.Ledger;

/// <summary>Changes to a year that are made together or not at all.</summary>
/// <param name="Read">The year as it was when the changes were decided: should any row that changes be another by now, nothing is done.</param>
public sealed record YearChange(YearHeads Read)
{
    /// <summary>The year's own row; null leaves it alone.</summary>
    public YearState? State { get; init; }

    /// <summary>The returns that change. One without a submission is in force no more.</summary>
    public IReadOnlyList<ReturnState> Returns { get; init; } = [];

    /// <summary>What is written down; at least one.</summary>
    public required IReadOnlyList<AuditEntry> Events { get; init; }

    /// <summary>The lock record to keep.</summary>
    public LockRecord? Record { get; init; }

    /// <summary>What is laid down, under the year's revision.</summary>
    public Clause? Clause { get; init; }
}
