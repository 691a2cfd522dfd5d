using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Reports.Wording;
using Block = Pipeline.Reports.Wording.Block;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Pipeline.Reports.Word;

/// <summary>Puts the parts of a document together.</summary>
/// <remarks>Relationship ids are given, not left to the SDK, which would draw them at random.</remarks>
internal sealed class PackageWriter
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private readonly WordprocessingDocument package;
    private readonly StyleProfile profile;
    private readonly MainDocumentPart main;

    public PackageWriter(WordprocessingDocument package, StyleProfile profile)
    {
        (this.package, this.profile) = (package, profile);
        main = package.AddNewPart<MainDocumentPart>(MainType, "rId1");
    }

    /// <param name="text">The blocks on upright pages.</param>
    /// <param name="annexes">The blocks on pages on their side; may be none.</param>
    /// <param name="header">What stands above every page, null for nothing.</param>
    public void Write(IReadOnlyList<Block> text, IReadOnlyList<Block> annexes, string? header)
    {
        main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = StyleSheet.Of(profile);
        main.AddNewPart<DocumentSettingsPart>("rId2").Settings = DocumentSettings.Make();
        main.AddNewPart<FontTablePart>("rId3").Fonts = FontTable.Of(profile);
        List<HeaderReference> headers = header is null ? [] : [Header("rId4", header, odd: true), Header("rId5", header, odd: false)];
        var upright = PageSections.Upright(profile, [.. headers,
            Footer("rId6", odd: true, PageFurniture.Upright), Footer("rId7", odd: false, PageFurniture.Upright)]);
        var body = new Body();
        Append(body, text, PageSections.UprightWidth(profile.Page));
        if (annexes.Count == 0)
        {
            body.Append(upright);
        }
        else
        {
            // The section ends with the paragraph that holds its properties.
            if (body.LastChild is not Paragraph) body.Append(ParagraphWriter.Write(profile[TextRole.TableEnd].Id, []));
            body.Elements<Paragraph>().Last().ParagraphProperties!.SectionProperties = upright;
            Append(body, annexes, PageSections.SidewaysWidth(profile.Page));
            body.Append(PageSections.Sideways(profile, [.. headers.Select(h => (HeaderReference)h.CloneNode(true)),
                Footer("rId8", odd: true, PageFurniture.Sideways), Footer("rId9", odd: false, PageFurniture.Sideways)]));
        }

        main.Document = new Document(body);
    }

    /// <summary>Title and author, without the dates that would make two equal reports differ.</summary>
    public void Describe(string title, string creator)
    {
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string dc = "http://purl.org/dc/elements/1.1/";
        var part = package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId2");
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream);
        xml.WriteStartElement("cp", "coreProperties", core);
        xml.WriteElementString("dc", "title", dc, title);
        xml.WriteElementString("dc", "creator", dc, creator);
        xml.WriteEndElement();
    }

    private void Append(Body body, IReadOnlyList<Block> blocks, int width)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Wording.Paragraph paragraph:
                    body.Append(ParagraphWriter.Write(profile[paragraph.Role].Id, paragraph.Pieces));
                    break;
                case Wording.Table table:
                    body.Append(new TableWriter(profile, width).Write(table), ParagraphWriter.Write(profile[TextRole.TableEnd].Id, []));
                    break;
            }
        }
    }

    private HeaderReference Header(string id, string text, bool odd)
    {
        main.AddNewPart<HeaderPart>(id).Header = PageFurniture.Header(profile, text);
        return new HeaderReference { Type = odd ? HeaderFooterValues.Default : HeaderFooterValues.Even, Id = id };
    }

    private FooterReference Footer(string id, bool odd, Func<StyleProfile, TextRole, Footer> make)
    {
        main.AddNewPart<FooterPart>(id).Footer = make(profile, odd ? TextRole.PageNumberOdd : TextRole.PageNumberEven);
        return new FooterReference { Type = odd ? HeaderFooterValues.Default : HeaderFooterValues.Even, Id = id };
    }
}
