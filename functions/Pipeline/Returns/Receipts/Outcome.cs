namespace Pipeline.Returns.Receipts;

/// <summary>What an upload did to the ledger.</summary>
public enum Outcome
{
    /// <summary>Nothing: it has errors.</summary>
    Refused,

    /// <summary>Nothing: a newer return was in force.</summary>
    Superseded,

    /// <summary>It was put in force, or is.</summary>
    Taken,
}
