namespace Pipeline.Ledger;

/// <summary>A fiscal year as the ledger sees it, read in one call.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Heads">Unit code → submission in force.</param>
/// <param name="State">The year's own row; its ETag guards the next change.</param>
public sealed record YearHeads(int Year, IReadOnlyDictionary<string, Head> Heads, YearState State);
