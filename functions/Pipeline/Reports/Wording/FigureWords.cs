using System.Text.RegularExpressions;
using Pipeline.Figures;

namespace Pipeline.Reports.Wording;

/// <summary>What <c>{{S5.E.B.INC}}</c> prints.</summary>
internal sealed partial class FigureWords(FigureSet figures)
{
    /// <summary>The figure's text; null when there is no such figure or no such part of it.</summary>
    /// <param name="id">Figure id.</param>
    /// <param name="part">Empty for number and unit; <c>number</c>; <c>unit</c>; <c>size</c>: both without the sign.</param>
    public Piece? Find(string id, string part)
    {
        if (!figures.Figures.TryGetValue(id, out var figure)) return null;
        var shown = part.Length == 0 ? FigurePart.Full : part;
        var text = shown switch
        {
            FigurePart.Full => figure.Text + figure.Unit,
            FigurePart.Number => figure.Text,
            FigurePart.Unit => figure.Unit,
            FigurePart.Size => figure.Text.TrimStart('-') + figure.Unit,
            _ => null,
        };
        return text is null ? null : new Piece(text, id, Part: shown);
    }

    /// <summary>A placeholder: a figure id begins with a capital letter, a Liquid variable never does.</summary>
    [GeneratedRegex(@"\{\{\s*(?<id>[A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*)(?::(?<part>[a-z]+))?\s*\}\}")]
    public static partial Regex Placeholder();
}
