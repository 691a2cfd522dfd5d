using Pipeline.Catalogue;

namespace Pipeline.Figures;

/// <summary>Every printed number of a report.</summary>
/// <param name="Figures">By id.</param>
/// <param name="Groups">Figures printed side by side.</param>
/// <param name="Unmet">Sums that could not be made to add up; empty unless pinned figures contradict each other.</param>
public sealed record FigureSet(
    IReadOnlyDictionary<string, PrintedFigure> Figures, IReadOnlyList<FigureGroup> Groups, IReadOnlyList<string> Unmet);
