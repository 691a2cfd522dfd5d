using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Pipeline.Figures;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Provenance;

/// <summary>A report's document → where its numbers come from.</summary>
internal sealed class ProvenancePartReader
{
    private static readonly XNamespace Space = ProvenancePart.Namespace;

    // The document comes from people's hands: nothing in it is fetched or expanded.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 200_000_000 };

    private readonly Dictionary<string, SourceFile> sources;

    private ProvenancePartReader(XElement report) =>
        sources = report.Element(Space + "sources")?.Elements(Space + "source")
            .Select(s => new SourceFile(Text(s, "unit"), Text(s, "file"), Text(s, "submission"))).ToDictionary(s => s.Unit) ?? [];

    public static ReportProvenance Read(Stream docx)
    {
        try
        {
            using var document = WordprocessingDocument.Open(docx, isEditable: false);
            var report = document.MainDocumentPart?.CustomXmlParts.Select(Root).FirstOrDefault(r => r?.Name == Space + "report")
                ?? throw new InvalidDataException("文件中没有数据来源信息：它不是本系统生成的报告，或保存时丢失了自定义数据。请使用下载的原报告文件。");
            return new ProvenancePartReader(report).Read(report);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or XmlException or FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException("文件不是可以读取的 Word 报告，或其中的数据来源信息已损坏。请使用下载的原报告文件。", fault);
        }
    }

    private ReportProvenance Read(XElement report) => new(
        Number(report, "year"), Text(report, "snapshot"), Text(report, "catalogue"), Text(report, "draft") == "true",
        [.. report.Elements(Space + "figures").Elements(Space + "figure").Select(ReadFigure)],
        [.. sources.Values],
        [
            .. report.Elements(Space + "eliminations").Elements(Space + "input").Select(c => ReadCell(c, ReportProvenance.Elimination)),
            .. report.Elements(Space + "sources").Elements(Space + "source").SelectMany(s => s.Elements(Space + "input").Select(c => ReadCell(c, Text(s, "unit")))),
        ]);

    private FigureProvenance ReadFigure(XElement figure) => new(
        Text(figure, "id"), Text(figure, "name"), Text(figure, "section"), Text(figure, "expression"), Text(figure, "node"),
        figure.Attribute("raw") is { } raw ? long.Parse(raw.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null,
        Text(figure, FigurePart.Number), Text(figure, FigurePart.Unit), Text(figure, "pinned") == "true",
        figure.Element(Space + "tail") is { } tail ? new TailMove(Text(tail, "rounded"), Text(tail, "printed"), Text(tail, "identity")) : null,
        [.. figure.Elements(Space + "cell").Select(c => ReadCell(c, Text(c, "unit")))]);

    private Contribution ReadCell(XElement cell, string unit) => new(
        unit, sources.GetValueOrDefault(unit)?.Submission ?? "", Text(cell, "sheet"), Text(cell, "cell"), Text(cell, "item"), Text(cell, "column"),
        long.Parse(Text(cell, "raw"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), cell.Attribute("text")?.Value);

    private static XElement? Root(CustomXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open);
        using var xml = XmlReader.Create(stream, Settings);
        return XDocument.Load(xml).Root;
    }

    private static int Number(XElement element, string name) => int.Parse(Text(element, name), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Text(XElement element, string name) =>
        element.Attribute(name)?.Value ?? throw new FormatException($"{element.Name.LocalName} has no {name}.");
}
