using System.Globalization;
using System.Text;
using System.Xml;
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
        Write(subject, stream);
        return stream.ToArray();
    }

    /// <summary>The same into a stream, which is left open.</summary>
    public static void Write(ReportSubject subject, Stream output)
    {
        var provenance = ReportProvenance.Of(subject);
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement(Prefix, "report", Namespace);
        Attribute(xml, "year", Text(provenance.Year));
        Attribute(xml, "snapshot", provenance.Snapshot);
        Attribute(xml, "catalogue", provenance.Catalogue);
        Attribute(xml, "draft", provenance.Draft ? "true" : "false");
        xml.WriteStartElement(Prefix, "figures", Namespace);
        foreach (var figure in provenance.Figures) WriteFigure(xml, figure);
        xml.WriteEndElement();
        WriteSources(xml, provenance);
        xml.WriteEndElement();
    }

    /// <summary>The part of a report that is read back, also after people edited it.</summary>
    /// <param name="docx">A seekable stream; left open.</param>
    /// <exception cref="InvalidDataException">The file is no Word document, or carries no such part, or not a whole one.</exception>
    public static ReportProvenance Read(Stream docx) => ProvenancePartReader.Read(docx);

    /// <summary>The files, and in them the cells that formulas add up.</summary>
    private static void WriteSources(XmlWriter xml, ReportProvenance provenance)
    {
        var inputs = provenance.Inputs.ToLookup(c => c.Unit);
        xml.WriteStartElement(Prefix, "sources", Namespace);
        foreach (var source in provenance.Sources)
        {
            xml.WriteStartElement(Prefix, "source", Namespace);
            Attribute(xml, "unit", source.Unit);
            Attribute(xml, "file", source.File);
            Attribute(xml, "submission", source.Submission);
            foreach (var input in inputs[source.Unit]) WriteCell(xml, "input", input, ofUnit: false);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement(Prefix, "eliminations", Namespace);
        foreach (var taken in inputs[ReportProvenance.Elimination]) WriteCell(xml, "input", taken, ofUnit: false);
        xml.WriteEndElement();
    }

    private static void WriteFigure(XmlWriter xml, FigureProvenance figure)
    {
        xml.WriteStartElement(Prefix, "figure", Namespace);
        Attribute(xml, "id", figure.Id);
        Attribute(xml, "name", figure.Name);
        Attribute(xml, "section", figure.Section);
        Attribute(xml, "expression", figure.Expression);
        Attribute(xml, "node", figure.Node);
        if (figure.Raw is { } raw) Attribute(xml, "raw", Text(raw));
        Attribute(xml, FigurePart.Full, figure.Printed);
        Attribute(xml, FigurePart.Number, figure.Number);
        Attribute(xml, FigurePart.Unit, figure.Unit);
        Attribute(xml, FigurePart.Size, figure.Printed.TrimStart('-'));
        Attribute(xml, "pinned", figure.Pinned ? "true" : "false");
        if (figure.Tail is { } tail)
        {
            xml.WriteStartElement(Prefix, "tail", Namespace);
            Attribute(xml, "rounded", tail.Rounded);
            Attribute(xml, "printed", tail.Printed);
            Attribute(xml, "identity", tail.Identity);
            xml.WriteEndElement();
        }

        foreach (var cell in figure.Cells) WriteCell(xml, "cell", cell, ofUnit: true);
        xml.WriteEndElement();
    }

    /// <summary>File and submission are those of the unit's source.</summary>
    private static void WriteCell(XmlWriter xml, string name, Contribution cell, bool ofUnit)
    {
        xml.WriteStartElement(Prefix, name, Namespace);
        if (ofUnit) Attribute(xml, "unit", cell.Unit);
        Attribute(xml, "sheet", cell.Sheet);
        Attribute(xml, "cell", cell.Cell);
        Attribute(xml, "item", cell.Item);
        Attribute(xml, "column", cell.Column);
        Attribute(xml, "raw", Text(cell.Raw));
        if (cell.Text is { } text) Attribute(xml, "text", text);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, PrintableText.Of(value));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
