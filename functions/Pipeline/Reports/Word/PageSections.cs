using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Catalogue;

namespace Pipeline.Reports.Word;

/// <summary>The two kinds of page: upright, or on its side for a wide annex.</summary>
internal static class PageSections
{
    /// <param name="profile">The profile.</param>
    /// <param name="references">Headers and footers of the pages.</param>
    public static SectionProperties Upright(StyleProfile profile, IEnumerable<HeaderFooterReferenceType> references)
    {
        var page = profile.Page;
        return Section(
            references, new PageSize { Width = Unsigned(page.Width), Height = Unsigned(page.Height) },
            Margins(page, page.Top, page.Right, page.Bottom, page.Left, page.PageNumber),
            new DocGrid { Type = DocGridValues.LinesAndChars, LinePitch = page.LinePitch,
                CharacterSpace = page.CharacterSpace(profile.Body.Points) });
    }

    /// <summary>
    /// The upright page turned clockwise, as it is bound: its left margin is on top, its foot on the left.
    /// </summary>
    public static SectionProperties Sideways(StyleProfile profile, IEnumerable<HeaderFooterReferenceType> references)
    {
        var page = profile.Page;
        return Section(
            references, new PageSize { Width = Unsigned(page.Height), Height = Unsigned(page.Width),
                Orient = PageOrientationValues.Landscape },
            Margins(page, page.Left, page.Top, page.Right, page.Bottom, page.Header), new DocGrid { LinePitch = page.LinePitch });
    }

    private static SectionProperties Section(IEnumerable<HeaderFooterReferenceType> references,
        PageSize size, PageMargin margins, DocGrid grid)
    {
        var section = new SectionProperties(references);
        section.Append(new SectionType { Val = SectionMarkValues.NextPage }, size, margins, grid);
        return section;
    }

    private static PageMargin Margins(PageGeometry page, decimal top, decimal right, decimal bottom, decimal left, decimal footer) => new()
    {
        Top = Twips(top), Right = Unsigned(right), Bottom = Twips(bottom), Left = Unsigned(left),
        Header = Unsigned(page.Header), Footer = Unsigned(footer), Gutter = 0,
    };

    private static uint Unsigned(decimal mm) => (uint)Twips(mm);

    private static int Twips(decimal mm) => PageGeometry.Twips(mm);
}
