using Pipeline.Review;

namespace Pipeline.Ledger;

/// <summary>A fiscal year as the ledger sees it, read in one call.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Heads">Unit code → submission in force.</param>
/// <param name="State">The year's own row; its ETag guards the next change.</param>
public sealed record YearHeads(int Year, IReadOnlyDictionary<string, Head> Heads, YearState State)
{
    /// <summary>Unit code → how its return stands, of every unit something happened to.</summary>
    public IReadOnlyDictionary<string, ReturnState> Returns { get; init; } = new Dictionary<string, ReturnState>();

    /// <summary>Every lock record, in order.</summary>
    public IReadOnlyList<LockRecord> Locks { get; init; } = [];

    /// <summary>Unit code → what guards the next change of its return.</summary>
    public IReadOnlyDictionary<string, string> ETags { get; init; } = new Dictionary<string, string>();

    /// <summary>How a unit's return stands.</summary>
    public ReturnState Return(string unit) => Returns.GetValueOrDefault(unit) ?? new ReturnState(Year, unit);
}
