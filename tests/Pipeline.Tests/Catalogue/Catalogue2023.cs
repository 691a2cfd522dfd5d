using Pipeline.Catalogue;

namespace Pipeline.Tests.Catalogue;

/// <summary>The catalogue of 2023, read once for all tests.</summary>
internal static class Catalogue2023
{
    private static readonly Lazy<YearCatalogue> Read = new(() => CatalogueFolder.Default.Read(2023));

    public static YearCatalogue Value => Read.Value;

    /// <summary>Its files, to be spoilt.</summary>
    public static Dictionary<string, string> Files()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Catalogue", "2023");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText);
    }
}
