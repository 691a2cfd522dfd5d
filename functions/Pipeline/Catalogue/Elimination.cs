namespace Pipeline.Catalogue;

/// <summary>A transfer between 省本级 and the prefectures that both book, taken out of the consolidation once on each side.</summary>
/// <param name="Provincial">Item in the return of 省本级.</param>
/// <param name="Prefecture">Its mirror in the prefectures' returns.</param>
public sealed record Elimination(string Provincial, string Prefecture);
