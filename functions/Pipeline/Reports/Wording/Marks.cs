using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Reports.Wording;

/// <summary>
/// Stand-ins for text that must pass through Liquid and Markdown untouched: figures, and words the template did not write.
/// A mark is digits between two private-use characters, which neither language reads as anything.
/// </summary>
internal sealed partial class Marks
{
    private readonly List<IReadOnlyList<Piece>> kept = [];

    /// <summary>Keeps the pieces and gives the mark that stands for them.</summary>
    public string Keep(params IReadOnlyList<Piece> pieces)
    {
        kept.Add(pieces);
        return string.Create(CultureInfo.InvariantCulture, $"\uF8F0{kept.Count - 1}\uF8F1");
    }

    /// <summary>The text with every mark replaced by what it stands for.</summary>
    public IEnumerable<Piece> Restore(string text, bool strong = false)
    {
        var from = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            if (mark.Index > from) yield return new Piece(text[from..mark.Index], Strong: strong);
            foreach (var piece in kept[int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture)])
                yield return piece with { Strong = strong };
            from = mark.Index + mark.Length;
        }

        if (from < text.Length) yield return new Piece(text[from..], Strong: strong);
    }

    [GeneratedRegex("\uF8F0([0-9]+)\uF8F1")]
    private static partial Regex Mark();
}
