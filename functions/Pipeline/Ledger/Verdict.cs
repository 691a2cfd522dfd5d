namespace Pipeline.Ledger;

/// <summary>What became of a submission.</summary>
public enum Verdict
{
    /// <summary>已接收: its values are in force, or were until a newer submission.</summary>
    Accepted,

    /// <summary>退回: has errors to mend.</summary>
    Refused,

    /// <summary>Sound, but a newer submission of the unit was already in force.</summary>
    Superseded,
}
