using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Reports.Wording;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Pipeline.Reports.Word;

/// <summary>Pieces of text → a paragraph of a named style.</summary>
/// <param name="controls">Wraps the figures of the document.</param>
internal sealed class ParagraphWriter(FigureControls controls)
{
    /// <summary>A paragraph with its figures.</summary>
    /// <param name="style">Id of its style.</param>
    /// <param name="pieces">What it says.</param>
    /// <param name="tied">Whether it stays on the page of what follows, beyond what its style says.</param>
    public WordParagraph Write(string style, IReadOnlyList<Piece> pieces, bool tied = false)
    {
        var paragraph = Empty(style);
        if (tied) paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        foreach (var piece in pieces)
        {
            // Word would fill an empty control with an invitation to type.
            if (piece.Text.Length > 0) paragraph.Append(piece.Figure is null ? Run(piece) : controls.Write(piece, Run(piece)));
        }

        return paragraph;
    }

    /// <summary>A paragraph of words alone.</summary>
    public static WordParagraph Words(string style, string text)
    {
        var paragraph = Empty(style);
        paragraph.Append(Run(new Piece(text)));
        return paragraph;
    }

    /// <summary>A paragraph without text.</summary>
    public static WordParagraph Empty(string style) =>
        new(new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } });

    private static Run Run(Piece piece)
    {
        OpenXmlElement content = piece == Piece.LineBreak ? new Break()
            : new Text(PrintableText.Of(piece.Text)) { Space = SpaceProcessingModeValues.Preserve };
        return piece.Strong
            ? new Run(new RunProperties { RunStyle = new RunStyle { Val = StyleSheet.Strong } }, content)
            : new Run(content);
    }
}
