namespace Pipeline.Ledger;

/// <summary>What came of publishing a submission.</summary>
public enum Publication
{
    /// <summary>It is in force (now, or already was: a repeated publication says the same).</summary>
    InForce,

    /// <summary>A newer submission is in force.</summary>
    Superseded,
}
