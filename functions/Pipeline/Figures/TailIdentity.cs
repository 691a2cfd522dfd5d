namespace Pipeline.Figures;

/// <summary>A sum the reader can check on the page: printed(<paramref name="Total"/>) = Σ sign × printed(slot).</summary>
/// <param name="Total">The slot on the left.</param>
/// <param name="Terms">The slots on the right, each with sign +1 or −1, none twice.</param>
internal sealed record TailIdentity(string Total, IReadOnlyList<(string Slot, int Sign)> Terms);
