using System.IO.Packaging;
using DocumentFormat.OpenXml.Packaging;
using Pipeline.Catalogue;
using Pipeline.Reports.Comparison;
using Pipeline.Reports.Provenance;
using Pipeline.Reports.Word;
using Pipeline.Reports.Wording;
using Pipeline.Workbooks;

namespace Pipeline.Reports;

/// <summary>The report as a Word document, after GB/T 9704-2012.</summary>
public static class ReportDocument
{
    /// <summary>Writes the report: draft notice if any, the ten sections, 附件说明, the annexes, the appendix, and where every figure comes from.</summary>
    /// <returns>A DOCX; the same subject gives the same bytes.</returns>
    /// <exception cref="Catalogue.CatalogueException">The wording speaks of a figure there is none of, or cannot be read.</exception>
    public static byte[] Write(ReportSubject subject)
    {
        var (sections, title) = Parts(subject);
        using var package = new MemoryStream();
        Uri provenance;
        using (var document = WordprocessingDocument.Create(package, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            // Packed once, below.
            document.CompressionOption = CompressionOption.NotCompressed;
            var writer = new PackageWriter(document, subject.Catalogue.Style, new FigureControls(subject.Figures));
            provenance = writer.Write(sections, subject.Draft ? DraftNotice.Header(subject) : null);
            writer.Describe(title, subject.Catalogue.Reporter);
        }

        using var output = new MemoryStream();
        var written = new Dictionary<Uri, Action<Stream>> { [provenance] = part => ProvenancePart.Write(subject, part) };
        StablePackage.Copy(package, output, System.IO.Compression.CompressionLevel.Fastest, written);
        return output.ToArray();
    }

    /// <summary>What the document is made of, top to bottom.</summary>
    internal static IEnumerable<Block> Compose(ReportSubject subject) => Parts(subject).Sections.SelectMany(s => s.Blocks);

    /// <summary>The annexes, each with the orientation of its pages.</summary>
    internal static IEnumerable<Section> Annexes(ReportSubject subject) =>
        subject.Figures.Annexes.Select(annex => new Section(annex.Landscape, [.. AnnexBlocks.Of(annex, subject)]));

    private static (List<Section> Sections, string Title) Parts(ReportSubject subject)
    {
        var marks = new Marks();
        List<Block> text = [.. new ReportMarkdown(marks).Read(ReportTemplate.Render(subject, marks))];
        var title = string.Concat(text.OfType<Paragraph>().Where(p => p.Role == TextRole.Title).SelectMany(p => p.Pieces)
            .Where(p => p != Piece.LineBreak).Select(p => p.Text));
        if (subject.Draft) text.InsertRange(0, DraftNotice.Paragraphs(subject));
        return ([new Section(Landscape: false, text), .. Annexes(subject), .. ComparisonSections.Of(subject)], title);
    }
}
