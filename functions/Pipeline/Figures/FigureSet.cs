using Pipeline.Catalogue;

namespace Pipeline.Figures;

/// <summary>Every printed number of a report.</summary>
/// <param name="Figures">By id, in the order of the report.</param>
/// <param name="Groups">Figures printed side by side.</param>
/// <param name="Unmet">Sums that could not be made to add up; empty unless pinned figures contradict each other or a score contradicts its indicator.</param>
public sealed record FigureSet(
    IReadOnlyDictionary<string, PrintedFigure> Figures, IReadOnlyList<FigureGroup> Groups, IReadOnlyList<string> Unmet)
{
    /// <summary>The annexes with their rows as printed.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>Every sum the report prints, those over the lines of an annex too.</summary>
    public IReadOnlyList<Identity> Identities { get; init; } = [];
}
