using System.Text;
using System.Xml;

namespace Pipeline.Reports.Wording;

/// <summary>Text that XML can carry: it has no way to write some control characters, and a clerk's cell may hold them.</summary>
internal static class PrintableText
{
    /// <summary>The text without what XML cannot say.</summary>
    public static string Of(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
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
