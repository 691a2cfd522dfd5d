namespace Pipeline.Review;

/// <summary>What a command comes to.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="State">How the return stands then.</param>
    /// <param name="Events">What is to be written down; none when an upload of the same content came once more.</param>
    public sealed record Transition(ReturnState State, IReadOnlyList<AuditEntry> Events) : Decision;

    /// <summary>It was done before; nothing changes.</summary>
    public sealed record Unchanged : Decision;

    /// <summary>An upload came too late: a newer one has been taken.</summary>
    public sealed record Superseded : Decision;

    /// <summary>It may not be done.</summary>
    /// <param name="Reason">Chinese: why, and what to do instead.</param>
    public sealed record Rejection(string Reason) : Decision;
}
