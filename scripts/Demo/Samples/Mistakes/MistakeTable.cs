namespace Demo.Samples.Mistakes;

/// <summary>Mistakes that clerks really make, each with what the rules of the domain must say first.</summary>
internal static class MistakeTable
{
    /// <summary>All of them, file before cover before cells.</summary>
    public static IReadOnlyList<Mistake> All { get; } =
    [
        .. FileMistakes.All, .. CoverMistakes.All, .. LayoutMistakes.All, .. CellMistakes.All, .. ScaleMistakes.All, .. SumMistakes.All,
        .. RegisterMistakes.All, .. BaseDataMistakes.All, .. PlausibilityMistakes.All, .. ProvincialMistakes.All, .. HistoryMistakes.All,
    ];

    /// <summary>One for every unit, as different as can be; none needs to know more than the file.</summary>
    public static IReadOnlyList<Mistake> OnePerUnit { get; } =
        [.. All.Where(m => m.Known is null).GroupBy(m => m.Unit).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First())];
}
