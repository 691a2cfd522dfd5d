using Pipeline.Review;

namespace Pipeline.Stages;

/// <summary>The lock of a year.</summary>
/// <param name="Review">How the year stands with it.</param>
/// <param name="Records">Every lock record, in order.</param>
/// <param name="Wrong">What is wrong with their chain; null when nothing is.</param>
public sealed record YearLock(YearReview Review, IReadOnlyList<LockRecord> Records, string? Wrong);
