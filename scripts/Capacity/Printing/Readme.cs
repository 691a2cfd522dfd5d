namespace Capacity.Printing;

/// <summary>The part of the README between two markers, which nobody writes by hand.</summary>
internal static class Readme
{
    public const string Begin = "<!-- capacity: written by scripts/capacity.sh --write, compared by a test -->";
    public const string End = "<!-- /capacity -->";

    /// <summary>What stands between the markers.</summary>
    /// <exception cref="InvalidDataException">A marker is missing.</exception>
    public static string Section(string readme)
    {
        var (begin, end) = Find(readme);
        return readme[begin..end].Trim();
    }

    /// <summary>The text with another section.</summary>
    public static string With(string readme, string section)
    {
        var (begin, end) = Find(readme);
        return $"{readme[..begin]}\n{section.ReplaceLineEndings("\n").Trim()}\n{readme[end..]}";
    }

    /// <summary>Whether the README says what the estimate says, whatever the line endings.</summary>
    public static bool Agrees(string readme, string section) => Section(readme).ReplaceLineEndings("\n") == section.ReplaceLineEndings("\n").Trim();

    private static (int Begin, int End) Find(string readme)
    {
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal), readme.IndexOf(End, StringComparison.Ordinal));
        return begin >= 0 && end > begin ? (begin + Begin.Length, end) : throw new InvalidDataException($"The README lacks {Begin} or {End}.");
    }
}
