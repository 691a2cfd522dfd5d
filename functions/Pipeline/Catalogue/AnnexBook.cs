namespace Pipeline.Catalogue;

/// <summary>What the annexes add: tables, their figures, and the sums they print.</summary>
internal sealed record AnnexBook(IReadOnlyList<Annex> Annexes, IReadOnlyList<FigureDefinition> Figures, IReadOnlyList<Identity> Identities);
