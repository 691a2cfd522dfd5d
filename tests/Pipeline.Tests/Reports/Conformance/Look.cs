using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Tests.Reports.Conformance;

/// <summary>How a paragraph looks after everything it inherits; sizes in points, indents in hundredths of a character.</summary>
internal sealed record Look(
    string Font, string Latin, decimal Points, bool Bold, bool Coloured, string Position, int FirstLine, int Hanging, int Left, int Right,
    decimal Before, decimal After, decimal Line, bool Exact, bool NewPage, bool KeepNext, bool SpacesDigits)
{
    /// <summary>What the styles of a document make of a paragraph.</summary>
    public static Look Of(Paragraph paragraph, Styles styles)
    {
        var byId = styles.Elements<Style>().ToDictionary(s => s.StyleId!.Value!);
        var chain = new List<Style>();
        for (var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "Normal"; id is not null; id = chain[^1].BasedOn?.Val?.Value) chain.Add(byId[id]);
        var defaults = styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        T? OfParagraph<T>() where T : OpenXmlElement => paragraph.ParagraphProperties?.GetFirstChild<T>() ?? chain.Select(s => s.StyleParagraphProperties?.GetFirstChild<T>()).FirstOrDefault(e => e is not null);
        T? OfRun<T>() where T : OpenXmlElement => chain.Select(s => s.StyleRunProperties?.GetFirstChild<T>()).Append(defaults.GetFirstChild<T>()).FirstOrDefault(e => e is not null);
        string? Fonts(Func<RunFonts, StringValue?> which) =>
            chain.Select(s => s.StyleRunProperties?.RunFonts).Append(defaults.RunFonts).Where(f => f is not null).Select(f => which(f!)?.Value).FirstOrDefault(f => f is not null);

        var indent = OfParagraph<Indentation>();
        var spacing = OfParagraph<SpacingBetweenLines>();
        // Before, after and line may be said at different levels of the chain.
        string? Spaced(Func<SpacingBetweenLines, StringValue?> which) => chain.Select(s => s.StyleParagraphProperties?.SpacingBetweenLines)
            .Prepend(paragraph.ParagraphProperties?.SpacingBetweenLines).Where(s => s is not null).Select(s => which(s!)?.Value).FirstOrDefault(v => v is not null);
        return new Look(
            Fonts(f => f.EastAsia)!, Fonts(f => f.Ascii)!, Number(OfRun<FontSize>()!.Val!) / 2, IsOn(OfRun<Bold>()), OfRun<Color>() is not null,
            OfParagraph<Justification>()?.Val?.InnerText ?? "left", indent?.FirstLineChars?.Value ?? 0, indent?.HangingChars?.Value ?? 0,
            indent?.LeftChars?.Value ?? 0, indent?.RightChars?.Value ?? 0, Number(Spaced(s => s.Before)) / 20, Number(Spaced(s => s.After)) / 20,
            Number(Spaced(s => s.Line)) / 20, spacing is not null && chain.Any(s => s.StyleParagraphProperties?.SpacingBetweenLines?.LineRule?.Value == LineSpacingRuleValues.Exact),
            IsOn(OfParagraph<PageBreakBefore>()), IsOn(OfParagraph<KeepNext>()), IsOn(OfParagraph<AutoSpaceDE>()) || IsOn(OfParagraph<AutoSpaceDN>()));
    }

    private static bool IsOn(OnOffType? element) => element is not null && element.Val?.Value != false;

    private static decimal Number(string? text) => text is null ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture);
}
