namespace Pipeline.Review;

/// <summary>How a year stands with its lock.</summary>
public sealed record YearReview
{
    /// <summary>A year nobody has locked.</summary>
    public static YearReview New { get; } = new();

    /// <summary>Whether it is locked.</summary>
    public bool IsLocked { get; init; }

    /// <summary>How often it was locked: the number of the last lock record.</summary>
    public int Locks { get; init; }

    /// <summary>Print of the last lock record; empty before the first.</summary>
    public string LastHash { get; init; } = "";

    /// <summary>An unlock somebody asked for and nobody has confirmed.</summary>
    public UnlockRequest? Unlock { get; init; }

    /// <summary>已失效: snapshot whose report an unlock has made invalid; null when none.</summary>
    public string? InvalidReport { get; init; }

    /// <summary>Counts the events of the year: the next audit entry has the next number.</summary>
    public int Revision { get; init; }
}
