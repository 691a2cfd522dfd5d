using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Catalogue;

namespace Pipeline.Reports.Word;

/// <summary>The fonts of a document, each with what to take where it is not installed.</summary>
internal static class FontTable
{
    public static Fonts Of(StyleProfile profile) => new(profile.Fonts.Select(font => font.Alternative is { } alternative
        ? new Font(new AltName { Val = alternative }) { Name = font.Font }
        : new Font { Name = font.Font }));
}
