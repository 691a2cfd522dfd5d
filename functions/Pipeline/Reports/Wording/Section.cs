namespace Pipeline.Reports.Wording;

/// <summary>Blocks that begin on a new page and share its orientation: the text, or one annex.</summary>
/// <param name="Landscape">Whether its pages lie on their side.</param>
/// <param name="Blocks">Top to bottom; at least one.</param>
internal sealed record Section(bool Landscape, IReadOnlyList<Block> Blocks);
