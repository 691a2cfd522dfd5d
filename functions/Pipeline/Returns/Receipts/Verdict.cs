namespace Pipeline.Returns.Receipts;

/// <summary>What became of a submission.</summary>
public enum Verdict
{
    /// <summary>已接收: nothing to mend, every question answered; its values are in force, or were until a newer submission.</summary>
    Accepted,

    /// <summary>待说明: in force, but a question (W) is not yet explained; it cannot be approved so.</summary>
    Pending,

    /// <summary>退回: has errors to mend; what was in force before stays so.</summary>
    Refused,

    /// <summary>Sound, but a newer submission of the unit was already in force.</summary>
    Superseded,
}
