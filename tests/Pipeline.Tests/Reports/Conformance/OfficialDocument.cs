using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Tests.Reports.Conformance;

/// <summary>A document read back from its bytes, section by section, with what every paragraph looks like.</summary>
internal sealed class OfficialDocument : IDisposable
{
    private readonly WordprocessingDocument package;

    public OfficialDocument(byte[] docx)
    {
        package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var elements = new List<DocumentFormat.OpenXml.OpenXmlElement>();
        var sections = new List<OfficialSection>();
        foreach (var element in Main.Document!.Body!.ChildElements)
        {
            var properties = element as SectionProperties ?? (element as Paragraph)?.ParagraphProperties?.SectionProperties;
            if (element is not SectionProperties) elements.Add(element);
            if (properties is null) continue;
            sections.Add(new OfficialSection(properties,
                [.. elements.OfType<Paragraph>().Select(Read)], [.. elements.OfType<Table>()]));
            elements.Clear();
        }

        Sections = sections;
    }

    public MainDocumentPart Main => package.MainDocumentPart!;

    public IReadOnlyList<OfficialSection> Sections { get; }

    /// <summary>Paragraphs with text, of the whole document; those of tables are not among them.</summary>
    public IEnumerable<OfficialLine> Lines => Sections.SelectMany(s => s.Lines).Where(l => l.Text.Length > 0);

    /// <summary>Paragraphs inside of tables.</summary>
    public IEnumerable<OfficialLine> Cells => Sections.SelectMany(s => s.Tables).SelectMany(t => t.Descendants<Paragraph>()).Select(Read).Where(l => l.Text.Length > 0);

    public OfficialLine Read(Paragraph paragraph) => new(
        string.Concat(paragraph.Descendants().Select(e => e switch { Text text => text.Text, Break => "\n", _ => "" })),
        Look.Of(paragraph, Main.StyleDefinitionsPart!.Styles!));

    public void Dispose() => package.Dispose();
}

/// <summary>A section: its page, the paragraphs outside of tables, the tables.</summary>
internal sealed record OfficialSection(SectionProperties Properties, IReadOnlyList<OfficialLine> Lines, IReadOnlyList<Table> Tables)
{
    public bool Landscape => Properties.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape;
}

/// <summary>A paragraph; a forced break in it is a line feed.</summary>
internal sealed record OfficialLine(string Text, Look Look);
