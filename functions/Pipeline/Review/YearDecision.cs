namespace Pipeline.Review;

/// <summary>What a command about a year comes to.</summary>
public abstract record YearDecision
{
    private YearDecision()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Review">How the year stands then.</param>
    /// <param name="Returns">The returns that change with it.</param>
    /// <param name="Events">What is to be written down, of the year and of the returns.</param>
    public sealed record Transition(YearReview Review, IReadOnlyList<ReturnState> Returns, IReadOnlyList<AuditEntry> Events) : YearDecision
    {
        /// <summary>The lock record to keep, if this is a lock.</summary>
        public LockRecord? Record { get; init; }

        /// <summary>What is laid down by it.</summary>
        public Clause? Clause { get; init; }
    }

    /// <summary>It may not be done.</summary>
    /// <param name="Reason">Chinese: why, and what to do instead.</param>
    public sealed record Rejection(string Reason) : YearDecision;
}
