using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Reports;

/// <summary>What a reader of a report reads, to prove figures on it.</summary>
public static class ReportText
{
    /// <summary>Title to last annex: a line a paragraph or table row, tabs between cells; no headers or footers.</summary>
    /// <param name="docx">A seekable stream; left open.</param>
    public static string Extract(Stream docx)
    {
        using var document = WordprocessingDocument.Open(docx, isEditable: false);
        var body = document.MainDocumentPart?.Document?.Body ?? throw new InvalidDataException("The file is no Word document.");
        var lines = body.ChildElements.SelectMany(element => element switch
        {
            Paragraph paragraph => [Text(paragraph)],
            Table table => table.Elements<TableRow>().Select(row => string.Join('\t', row.Elements<TableCell>().Select(Text))),
            _ => Enumerable.Empty<string>(),
        });
        return string.Concat(lines.Where(line => line.Length > 0).Select(line => line + "\n"));
    }

    // A forced break in a title is no break in its text.
    private static string Text(DocumentFormat.OpenXml.OpenXmlElement element) =>
        string.Concat(element.Descendants<Text>().Select(text => text.Text));
}
