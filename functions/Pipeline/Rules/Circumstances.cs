using Pipeline.Returns;
using Pipeline.Returns.Receipts;

namespace Pipeline.Rules;

/// <summary>What is known beside a return when it is judged.</summary>
public sealed record Circumstances
{
    /// <summary>Nothing but the return itself.</summary>
    public static Circumstances None { get; } = new();

    /// <summary>When the upload was received; null before an upload, when nothing can be late.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The unit's locked return of the year before; null when there is none.</summary>
    public Return? LastYear { get; init; }

    /// <summary>Corrections the province booked to that return after the lock.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>批复数 of the year in 分 by item code; null when none was loaded.</summary>
    public IReadOnlyDictionary<string, long>? ApprovedBudget { get; init; }

    /// <summary>The unit's return in force; null when none is.</summary>
    public ReturnInForce? InForce { get; init; }

    /// <summary>版本号 of the unit's last return that was taken, withdrawn or not; 0 before the first.</summary>
    public int LastVersion { get; init; }

    /// <summary>Whether the unit has sent a newer return, or this very one, that was taken already: what follows from the order of returns is
    /// then not asked.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>The unit's open return ticket.</summary>
    public ReturnTicket? Ticket { get; init; }

    /// <summary>Whether the return in force is being reviewed, or is approved: no other may take its place unasked.</summary>
    public bool UnderReview { get; init; }

    /// <summary>The same file, accepted before for another unit or year.</summary>
    public EarlierUpload? SameFile { get; init; }

    /// <summary>Rules that are not asked.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    /// <summary>What the province explains for all units.</summary>
    public IReadOnlyList<ProvincialExplanation> Explanations { get; init; } = [];
}
