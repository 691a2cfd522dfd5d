using Pipeline.Review;

namespace Pipeline.Stages;

/// <summary>What the desk says to a wish about a unit's return.</summary>
/// <param name="State">How the return stands now.</param>
/// <param name="Rejection">Chinese: why it was not done; null when it was.</param>
public sealed record ReturnAnswer(ReturnState State, string? Rejection);

/// <summary>What the desk says to a wish about a whole year.</summary>
/// <param name="Review">How the year stands now.</param>
/// <param name="Rejection">Chinese: why it was not done; null when it was.</param>
public sealed record YearAnswer(YearReview Review, string? Rejection)
{
    /// <summary>The lock record, when the year was locked by this.</summary>
    public LockRecord? Record { get; init; }

    /// <summary>What was laid down by this; an adjustment has its number there.</summary>
    public Clause? Clause { get; init; }
}
