using System.Xml;
using DocumentFormat.OpenXml.CustomXmlDataProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Catalogue;
using Pipeline.Reports.Word.Charts;
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
    private readonly ParagraphWriter paragraphs;
    private readonly MainDocumentPart main;
    private readonly ChartWriter charts;

    public PackageWriter(WordprocessingDocument package, StyleProfile profile, FigureControls controls)
    {
        (this.package, this.profile) = (package, profile);
        paragraphs = new ParagraphWriter(controls);
        main = package.AddNewPart<MainDocumentPart>(MainType, "rId1");
        charts = new ChartWriter(main, profile);
    }

    /// <param name="sections">Text and annexes, each on pages of its own.</param>
    /// <param name="header">What stands above every page, null for nothing.</param>
    /// <returns>The part of the XML the figures are bound to, empty as yet.</returns>
    public Uri Write(IReadOnlyList<Section> sections, string? header)
    {
        main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = StyleSheet.Of(profile);
        main.AddNewPart<DocumentSettingsPart>("rId2").Settings = DocumentSettings.Make();
        main.AddNewPart<FontTablePart>("rId3").Fonts = FontTable.Of(profile);
        var provenance = Store();
        List<HeaderReference> headers = header is null ? [] : [Header("rId4", header, odd: true), Header("rId5", header, odd: false)];
        List<HeaderFooterReferenceType> upright = [.. headers,
            Footer("rId6", odd: true, PageFurniture.Upright), Footer("rId7", odd: false, PageFurniture.Upright)];
        List<HeaderFooterReferenceType> sideways = sections.Any(s => s.Landscape) ? [.. headers,
            Footer("rId8", odd: true, PageFurniture.Sideways), Footer("rId9", odd: false, PageFurniture.Sideways)] : [];

        var body = new Body();
        foreach (var (index, section) in sections.Index())
        {
            Append(body, section.Blocks, section.Landscape ? profile.Page.SidewaysWidth : profile.Page.UprightWidth);
            var references = (section.Landscape ? sideways : upright).Select(r => (HeaderFooterReferenceType)r.CloneNode(true));
            var properties = section.Landscape ? PageSections.Sideways(profile, references) : PageSections.Upright(profile, references);
            if (index == sections.Count - 1) body.Append(properties);
            // A section before the last ends with the paragraph that holds its properties.
            else ((Paragraph)body.LastChild!).ParagraphProperties!.SectionProperties = properties;
        }

        main.Document = new Document(body);
        return provenance;
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

    private Uri Store()
    {
        var part = main.AddCustomXmlPart(CustomXmlPartType.CustomXml, "rId10");
        part.AddNewPart<CustomXmlPropertiesPart>("rId1").DataStoreItem = new DataStoreItem(
            new SchemaReferences(new SchemaReference { Uri = Provenance.ProvenancePart.Namespace })) { ItemId = FigureControls.Store };
        return part.Uri;
    }

    /// <summary>Every table is followed by a paragraph and a chart stands in one, so the last element is one.</summary>
    private void Append(Body body, IReadOnlyList<Block> blocks, int width)
    {
        var titles = new TitleLines(profile.TitleBreaks);
        var tables = new TableWriter(profile, width, paragraphs);
        foreach (var (index, block) in blocks.Index())
        {
            switch (block)
            {
                case Wording.Paragraph { Role: TextRole.Title or TextRole.AnnexTitle } title:
                    var look = profile[title.Role];
                    body.Append(paragraphs.Write(look.Id, titles.Break(title.Pieces, decimal.Floor(width / 20m / look.Points))));
                    break;
                case Wording.Paragraph paragraph:
                    body.Append(paragraphs.Write(profile[paragraph.Role].Id, paragraph.Pieces));
                    break;
                case Wording.Table table:
                    // Who signs a table does so on a page where some of it stands.
                    var signed = index + 1 < blocks.Count && blocks[index + 1] is Wording.Paragraph { Role: TextRole.AnnexFoot };
                    body.Append(tables.Write(table, signed), paragraphs.Write(profile[TextRole.TableEnd].Id, [], signed));
                    break;
                case Chart chart:
                    body.Append(charts.Write(chart, width));
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
