namespace Pipeline.Review;

/// <summary>申请解锁: one of the two who must want it.</summary>
/// <param name="By">Who asked.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Units">Unit codes whose returns are to be opened; empty means all.</param>
/// <param name="Scope">What of them, in words (sheets, items); may be empty.</param>
public sealed record UnlockRequest(Person By, DateTimeOffset At, string Reason, IReadOnlyList<string> Units, string Scope);
