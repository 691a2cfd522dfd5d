using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Reports.Wording;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Pipeline.Reports.Word;

/// <summary>Pieces of text → a paragraph of a named style.</summary>
internal static class ParagraphWriter
{
    public static WordParagraph Write(string style, IReadOnlyList<Piece> pieces)
    {
        var paragraph = new WordParagraph(new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } });
        foreach (var piece in pieces) paragraph.Append(piece.Figure is null ? Words(piece) : Figure(piece));
        return paragraph;
    }

    /// <summary>The run that prints a figure: the one place that knows a number of the page from a word.</summary>
    private static Run Figure(Piece piece) => Words(piece);

    private static Run Words(Piece piece)
    {
        OpenXmlElement content = piece == Piece.LineBreak ? new Break()
            : new Text(Printable(piece.Text)) { Space = SpaceProcessingModeValues.Preserve };
        return piece.Strong
            ? new Run(new RunProperties { RunStyle = new RunStyle { Val = StyleSheet.Strong } }, content)
            : new Run(content);
    }

    /// <summary>XML has no way to write some control characters, and a clerk's cell may hold them.</summary>
    private static string Printable(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var kept = new System.Text.StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
                kept.Append(text[index]).Append(text[++index]);
            else if (XmlConvert.IsXmlChar(text[index])) kept.Append(text[index]);
        }

        return kept.ToString();
    }
}
