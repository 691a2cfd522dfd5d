using Pipeline.Review;

namespace Pipeline.Ledger;

/// <summary>One unit's return as the ledger sees it.</summary>
/// <param name="State">How it stands.</param>
/// <param name="InForce">The submission in force; null when none is.</param>
public sealed record UnitHead(ReturnState State, Head? InForce);
