using System.Globalization;
using System.Text;
using System.Xml;
using Pipeline.Catalogue;
using Pipeline.Figures;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Provenance;

/// <summary>Where every printed number comes from, as the XML that travels inside the document.</summary>
/// <remarks>The content controls of the document are bound to its attributes <c>full</c>, <c>number</c>, <c>unit</c> and <c>size</c>.</remarks>
public static class ProvenancePart
{
    /// <summary>Namespace of the part.</summary>
    public const string Namespace = "urn:fund-report:provenance:1";

    private const string Prefix = "p";

    // No indentation: the part is read by programs, and there are thousands of cells.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false) };

    /// <summary>The part in UTF-8; figures in the order of the report, cells in the order of the units.</summary>
    public static byte[] Write(ReportSubject subject)
    {
        using var stream = new MemoryStream(1 << 20);
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            var snapshot = subject.Year.Snapshot;
            xml.WriteStartElement(Prefix, "report", Namespace);
            Attribute(xml, "year", Text(snapshot.Year));
            Attribute(xml, "snapshot", snapshot.Id);
            Attribute(xml, "catalogue", snapshot.CatalogueVersion);
            Attribute(xml, "draft", subject.Draft ? "true" : "false");
            var pinned = subject.Catalogue.Figures.Where(f => f.Role == FigureRole.Pinned).Select(f => f.Id).ToHashSet();
            xml.WriteStartElement(Prefix, "figures", Namespace);
            foreach (var figure in subject.Figures.Figures.Values) WriteFigure(xml, figure, pinned.Contains(figure.Id));
            xml.WriteEndElement();
            xml.WriteStartElement(Prefix, "sources", Namespace);
            foreach (var unit in snapshot.Units)
            {
                xml.WriteStartElement(Prefix, "source", Namespace);
                Attribute(xml, "unit", unit.Unit);
                Attribute(xml, "file", unit.File);
                Attribute(xml, "submission", unit.Submission);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteFigure(XmlWriter xml, PrintedFigure figure, bool pinned)
    {
        xml.WriteStartElement(Prefix, "figure", Namespace);
        Attribute(xml, "id", figure.Id);
        Attribute(xml, "name", figure.Label);
        Attribute(xml, "section", figure.Section);
        Attribute(xml, "expression", figure.Expression);
        Attribute(xml, "node", figure.Node);
        if (figure.Raw is { } raw) Attribute(xml, "raw", Text(raw));
        Attribute(xml, FigurePart.Full, figure.Text + figure.Unit);
        Attribute(xml, FigurePart.Number, figure.Text);
        Attribute(xml, FigurePart.Unit, figure.Unit);
        Attribute(xml, FigurePart.Size, figure.Text.TrimStart('-') + figure.Unit);
        Attribute(xml, "pinned", pinned ? "true" : "false");
        if (figure.Tail is { } tail)
        {
            xml.WriteStartElement(Prefix, "tail", Namespace);
            Attribute(xml, "rounded", tail.Rounded);
            Attribute(xml, "printed", tail.Printed);
            Attribute(xml, "identity", tail.Identity);
            xml.WriteEndElement();
        }

        foreach (var cell in figure.Contributions) WriteCell(xml, cell);
        xml.WriteEndElement();
    }

    /// <summary>File and submission are those of the unit's source.</summary>
    private static void WriteCell(XmlWriter xml, Contribution cell)
    {
        xml.WriteStartElement(Prefix, "cell", Namespace);
        Attribute(xml, "unit", cell.Unit);
        Attribute(xml, "sheet", cell.Sheet);
        Attribute(xml, "cell", cell.Cell);
        Attribute(xml, "item", cell.Item);
        Attribute(xml, "column", cell.Column);
        Attribute(xml, "raw", Text(cell.Raw));
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, PrintableText.Of(value));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
