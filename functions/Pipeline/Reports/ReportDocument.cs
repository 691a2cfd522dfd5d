using DocumentFormat.OpenXml.Packaging;
using Pipeline.Reports.Word;
using Pipeline.Reports.Wording;
using Pipeline.Workbooks;

namespace Pipeline.Reports;

/// <summary>The report as a Word document, after GB/T 9704-2012.</summary>
public static class ReportDocument
{
    /// <summary>Writes the report: draft notice if any, the ten sections, 附件说明, the annexes on landscape pages.</summary>
    /// <returns>A DOCX; the same subject gives the same bytes.</returns>
    /// <exception cref="Catalogue.CatalogueException">The wording speaks of a figure there is none of, or cannot be read.</exception>
    public static byte[] Write(ReportSubject subject)
    {
        var (text, annexes, title) = Parts(subject);
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            var writer = new PackageWriter(document, StyleProfile.Gbt9704);
            writer.Write(text, annexes, subject.Draft ? DraftNotice.Header(subject) : null);
            writer.Describe(title, subject.Catalogue.Reporter);
        }

        using var output = new MemoryStream();
        StablePackage.Copy(package, output);
        return output.ToArray();
    }

    /// <summary>What the document is made of, top to bottom.</summary>
    internal static IEnumerable<Wording.Block> Compose(ReportSubject subject)
    {
        var (text, annexes, _) = Parts(subject);
        return text.Concat(annexes);
    }

    private static (List<Wording.Block> Text, List<Wording.Block> Annexes, string Title) Parts(ReportSubject subject)
    {
        var marks = new Marks();
        List<Wording.Block> text = [.. new ReportMarkdown(marks).Read(ReportTemplate.Render(subject, marks))];
        var title = string.Concat(text.OfType<Wording.Paragraph>().Where(p => p.Role == TextRole.Title).SelectMany(p => p.Pieces)
            .Where(p => p != Piece.LineBreak).Select(p => p.Text));
        if (subject.Draft) text.InsertRange(0, DraftNotice.Paragraphs(subject));
        return (text, [.. subject.Catalogue.Annexes.SelectMany(annex => AnnexBlocks.Of(annex, subject.Figures))], title);
    }
}
