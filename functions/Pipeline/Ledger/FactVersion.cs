namespace Pipeline.Ledger;

/// <summary>The stored rows of a submission. Their key is made of their content, so a version never changes.</summary>
/// <param name="Key">Partition of the rows.</param>
/// <param name="Rows">How many there must be: with fewer it is not whole.</param>
public sealed record FactVersion(string Key, int Rows);
