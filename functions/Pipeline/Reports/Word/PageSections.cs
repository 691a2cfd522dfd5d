using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Reports.Word;

/// <summary>The two kinds of page: upright for the text, on its side for the annexes.</summary>
internal static class PageSections
{
    /// <summary>Width of the text on an upright page, in twips.</summary>
    public static int UprightWidth(PageGeometry page) => Twips(page.Width) - Twips(page.Left) - Twips(page.Right);

    /// <summary>Width of the text on a page on its side, in twips.</summary>
    public static int SidewaysWidth(PageGeometry page) => Twips(page.Height) - Twips(page.Top) - Twips(page.Bottom);

    /// <param name="profile">The profile.</param>
    /// <param name="references">Headers and footers of the pages.</param>
    public static SectionProperties Upright(StyleProfile profile, IEnumerable<HeaderFooterReferenceType> references)
    {
        var page = profile.Page;
        return Section(
            references, new PageSize { Width = Unsigned(page.Width), Height = Unsigned(page.Height) },
            Margins(page.Top, page.Right, page.Bottom, page.Left, page.PageNumber),
            new DocGrid { Type = DocGridValues.LinesAndChars, LinePitch = page.LinePitch,
                CharacterSpace = page.CharacterSpace(profile.BodyPoints) });
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
            Margins(page.Left, page.Top, page.Right, page.Bottom, footer: 10), new DocGrid { LinePitch = page.LinePitch });
    }

    private static SectionProperties Section(IEnumerable<HeaderFooterReferenceType> references,
        PageSize size, PageMargin margins, DocGrid grid)
    {
        var section = new SectionProperties(references);
        section.Append(new SectionType { Val = SectionMarkValues.NextPage }, size, margins, grid);
        return section;
    }

    private static PageMargin Margins(decimal top, decimal right, decimal bottom, decimal left, decimal footer) => new()
    {
        Top = Twips(top), Right = Unsigned(right), Bottom = Twips(bottom), Left = Unsigned(left),
        Header = Unsigned(15), Footer = Unsigned(footer), Gutter = 0,
    };

    private static uint Unsigned(decimal mm) => (uint)Twips(mm);

    private static int Twips(decimal mm) => PageGeometry.Twips(mm);
}
