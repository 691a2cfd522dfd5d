using Pipeline.Review;

namespace Pipeline.Ledger;

/// <summary>What came of publishing a submission.</summary>
public enum Publication
{
    /// <summary>It is in force (now, or already was: a repeated publication says the same).</summary>
    InForce,

    /// <summary>A newer submission has been taken.</summary>
    Superseded,

    /// <summary>The return in force is being reviewed, approved or locked, or is not the one the upload was judged beside: it must be judged again,
    /// knowing that.</summary>
    Held,
}

/// <summary>What came of publishing a submission, and how the return stands.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="State">How the unit's return stands now.</param>
/// <param name="Reason">Chinese: why it is held; empty otherwise.</param>
public sealed record Published(Publication Outcome, ReturnState State, string Reason);
