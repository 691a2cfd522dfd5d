namespace Pipeline.Review;

/// <summary>One event, told for good.</summary>
/// <param name="Unit">Unit code; null for an event of the whole year.</param>
/// <param name="Revision">1 for the first event of the unit (or the year), and so on without a gap.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="What">What happened.</param>
/// <param name="Why">The reason or the particulars, Chinese; may be empty.</param>
public sealed record AuditEntry(string? Unit, int Revision, Person By, DateTimeOffset At, AuditEvent What, string Why)
{
    /// <summary>Status before; null for an event of the year.</summary>
    public ReturnStatus? From { get; init; }

    /// <summary>Status after.</summary>
    public ReturnStatus? To { get; init; }

    /// <summary>SHA-256 of the submission it was about.</summary>
    public string? Submission { get; init; }
}
