using System.Collections.Concurrent;
using Pipeline.Catalogue;

namespace Pipeline.Stages;

/// <summary>The catalogues of all years, each read once.</summary>
public sealed class Catalogues(CatalogueFolder folder)
{
    private readonly ConcurrentDictionary<int, Lazy<YearCatalogue>> read = new();

    /// <summary>The years there are, in order.</summary>
    public IReadOnlyList<int> Years { get; } = [.. folder.Years];

    /// <summary>The catalogue of a year, or null when there is none.</summary>
    public YearCatalogue? Find(int year) =>
        Years.Contains(year) ? read.GetOrAdd(year, y => new Lazy<YearCatalogue>(() => folder.Read(y))).Value : null;

    /// <summary>The catalogue of a year that is known to be there.</summary>
    public YearCatalogue this[int year] => Find(year) ?? throw new InvalidOperationException($"There is no catalogue of {year}.");
}
