using Pipeline.Catalogue;

namespace Pipeline.Reports.Provenance;

/// <summary>Under which headings a reader is, going down the pages.</summary>
internal sealed class PageTrail
{
    private static readonly TextRole[] Levels = [TextRole.Level1, TextRole.Level2, TextRole.Level3];

    private readonly List<string> headings = [];

    /// <summary>The headings in force, <c>五、… （一）…</c>; empty above the first.</summary>
    public string Place => string.Join(' ', headings);

    public void Pass(TextRole role, string text)
    {
        if (role == TextRole.AnnexMark) Replace(0, text);
        else if (role == TextRole.AnnexTitle) Replace(1, text);
        else if (Array.IndexOf(Levels, role) is >= 0 and var level) Replace(level, text);
    }

    private void Replace(int level, string text)
    {
        if (headings.Count > level) headings.RemoveRange(level, headings.Count - level);
        headings.Add(text);
    }
}
