using Pipeline.Rules;

namespace Pipeline.Review;

/// <summary>A unit's return of a year, at one moment of its life.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Unit">Unit code.</param>
public sealed record ReturnState(int Year, string Unit)
{
    /// <summary>Where it stands.</summary>
    public ReturnStatus Status { get; init; }

    /// <summary>SHA-256 of the submission in force; null when none is.</summary>
    public string? Submission { get; init; }

    /// <summary>版本号 of the last submission that was taken; 0 before the first. A withdrawal leaves it.</summary>
    public int Version { get; init; }

    /// <summary>填报人 of the submission in force, as its cover says.</summary>
    public string Preparer { get; init; } = "";

    /// <summary>迟报: the submission in force came after the deadline.</summary>
    public bool Late { get; init; }

    /// <summary>The return ticket that waits for an answer.</summary>
    public ReturnTicket? Ticket { get; init; }

    /// <summary>How many tickets were ever written, for the next number.</summary>
    public int Tickets { get; init; }

    /// <summary>What the submission in force leaves unexplained.</summary>
    public IReadOnlyList<OpenQuestion> Questions { get; init; } = [];

    /// <summary>The newest upload that was ever taken, in force or withdrawn: an older one comes too late.</summary>
    public UploadStamp? Taken { get; init; }

    /// <summary>The newest upload that was refused.</summary>
    public UploadStamp? Refused { get; init; }

    /// <summary>Counts the events so far: the next audit entry has the next number.</summary>
    public int Revision { get; init; }

    /// <summary>Whether another upload may not take the place of the one in force.</summary>
    public bool IsHeld => Status is ReturnStatus.UnderReview or ReturnStatus.Approved or ReturnStatus.Locked;
}
