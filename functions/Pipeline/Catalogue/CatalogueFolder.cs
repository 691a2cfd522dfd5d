using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Catalogue;

/// <summary>The catalogue's files as they lie beside the program: one folder a year.</summary>
public sealed class CatalogueFolder(string root)
{
    /// <summary>The folder beside the program.</summary>
    public static CatalogueFolder Default => new(Path.Combine(AppContext.BaseDirectory, "Catalogue"));

    /// <summary>The years there are, in order.</summary>
    public IEnumerable<int> Years => Directory.EnumerateDirectories(root)
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0)
        .Where(year => year > 0)
        .Order();

    /// <summary>Reads and checks a year.</summary>
    /// <exception cref="CatalogueException">A file has a mistake; the message names file and line.</exception>
    public YearCatalogue Read(int year)
    {
        var folder = Path.Combine(root, year.ToString(CultureInfo.InvariantCulture));
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), path => File.ReadAllText(path));
        return CatalogueReader.Read(files, Hash(files));
    }

    /// <summary>Sixteen hex digits over names and contents: two equal catalogues have one version.</summary>
    internal static string Hash(IReadOnlyDictionary<string, string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{text.ReplaceLineEndings("\n")}\n"));
        return Convert.ToHexString(hash.GetHashAndReset())[..16].ToLowerInvariant();
    }
}
