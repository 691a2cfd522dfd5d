using Pipeline.Returns.Receipts;
using Pipeline.Rules;

namespace Pipeline.Review;

/// <summary>What somebody wants done with a unit's return.</summary>
/// <param name="By">Who.</param>
public abstract record ReturnCommand(Person By);

/// <summary>What the machine check found out about an upload.</summary>
/// <param name="Upload">Which upload.</param>
/// <param name="IsRefused">Whether it has errors.</param>
/// <param name="Version">版本号 of its cover; 0 when the cover has none.</param>
/// <param name="Preparer">填报人 of its cover.</param>
/// <param name="Questions">What it leaves unexplained.</param>
/// <param name="ReceivedAt">When it arrived, by the store's clock.</param>
/// <param name="Deadline">When it was due.</param>
public sealed record MachineCheck(
    UploadStamp Upload, bool IsRefused, int Version, string Preparer, IReadOnlyList<OpenQuestion> Questions, DateTimeOffset ReceivedAt,
    DateTimeOffset Deadline) : ReturnCommand(Person.Pipeline)
{
    /// <summary>Revision of the return beside which it was judged: should it be another by now, the judgement is not good any more. Null: it does
    /// not depend on what was before.</summary>
    public int? Beside { get; init; }
}

/// <summary>撤回.</summary>
public sealed record Withdraw(Person By, string Reason) : ReturnCommand(By);

/// <summary>开始复核.</summary>
/// <param name="By">Who.</param>
/// <param name="Submission">The submission the reviewer looks at: should another be in force by now, the review does not begin.</param>
public sealed record BeginReview(Person By, string Submission) : ReturnCommand(By);

/// <summary>退回, with a ticket.</summary>
/// <param name="By">Who.</param>
/// <param name="Submission">The submission it is about.</param>
/// <param name="Cells">What is to be mended, at least one cell.</param>
/// <param name="Reason">Why.</param>
/// <param name="Due">Last day to answer.</param>
public sealed record ReturnForCorrection(Person By, string Submission, IReadOnlyList<TicketCell> Cells, string Reason, DateOnly Due)
    : ReturnCommand(By);

/// <summary>审核通过.</summary>
/// <param name="By">Who.</param>
/// <param name="Submission">The submission it is about.</param>
/// <param name="Explanations">What the province explains for all units at this time.</param>
public sealed record Approve(Person By, string Submission, IReadOnlyList<ProvincialExplanation> Explanations) : ReturnCommand(By)
{
    /// <summary>Rules that are not asked at this time: their questions need no answer.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];
}

/// <summary>缺报: the deadline has passed.</summary>
public sealed record MarkMissing(DateTimeOffset Deadline) : ReturnCommand(Person.Pipeline);

/// <summary>封账 of the year the return is part of.</summary>
/// <param name="By">Who.</param>
/// <param name="Number">Number of the lock record.</param>
internal sealed record LockReturn(Person By, int Number) : ReturnCommand(By);

/// <summary>解锁 of the year, for this return.</summary>
internal sealed record UnlockReturn(Person By, string Reason) : ReturnCommand(By);
