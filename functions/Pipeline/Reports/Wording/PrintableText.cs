using System.Text;
using System.Xml;

namespace Pipeline.Reports.Wording;

/// <summary>Text that XML can carry: it has no way to write some control characters, and a clerk's cell may hold them.</summary>
internal static class PrintableText
{
    /// <summary>The text without what XML cannot say.</summary>
    public static string Of(string text)
    {
        // Almost every text is plain; this says so without looking at each character by itself.
        var span = text.AsSpan();
        if (!span.ContainsAnyInRange('\0', '\u001F') && !span.ContainsAnyInRange('\uD800', '\uDFFF') && !span.ContainsAnyInRange('\uFFFE', '\uFFFF'))
            return text;
        var kept = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
                kept.Append(text[index]).Append(text[++index]);
            else if (XmlConvert.IsXmlChar(text[index])) kept.Append(text[index]);
        }

        return kept.ToString();
    }
}
