using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Catalogue;

namespace Pipeline.Reports.Provenance;

/// <summary>The pages of a document, also after people edited it: a figure is where its content control is.</summary>
internal sealed class DocumentPages(StyleProfile style)
{
    private readonly Dictionary<string, TextRole> roles = style.Styles.GroupBy(s => s.Id).ToDictionary(g => g.Key, g => g.First().Role);
    private readonly PageTrail trail = new();
    private readonly List<PageText> texts = [];
    private int line;

    /// <summary>Every paragraph and cell that has text, top to bottom.</summary>
    /// <param name="docx">A seekable stream; left open.</param>
    /// <param name="style">The look it was made with.</param>
    /// <exception cref="InvalidDataException">The file is no Word document.</exception>
    public static IReadOnlyList<PageText> Read(Stream docx, StyleProfile style)
    {
        using var document = WordprocessingDocument.Open(docx, isEditable: false);
        var body = document.MainDocumentPart?.Document?.Body ?? throw new InvalidDataException("文件不是 Word 文档。");
        var pages = new DocumentPages(style);
        foreach (var element in body.ChildElements)
        {
            if (element is Paragraph paragraph) pages.Add(paragraph);
            else if (element is Table table) pages.Add(table);
        }

        return pages.texts;
    }

    private void Add(Paragraph paragraph)
    {
        var printed = Print(paragraph);
        if (paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id && roles.TryGetValue(id, out var role)) trail.Pass(role, printed.Text);
        if (printed.Text.Length > 0) texts.Add(new PageText(line++, trail.Place, null, null, printed.Text, printed.Figures));
    }

    private void Add(Table table)
    {
        var grid = new PageGrid();
        foreach (var row in table.Elements<TableRow>())
        {
            var cells = Cells(row).ToList();
            var own = cells.Where(c => !c.Continued).Select(c => (c.Column, c.Cell)).ToList();
            if (row.TableRowProperties?.Elements<TableHeader>().Any() == true) grid.AddHeader(own);
            else texts.AddRange(grid.Row(line, trail.Place, own));
            if (cells.Count > 1 || cells.Any(c => c.Cell.Text.Length > 0)) line++;
        }
    }

    private static IEnumerable<(int Column, bool Continued, PageCell Cell)> Cells(TableRow row)
    {
        var column = 0;
        foreach (var cell in row.Elements<TableCell>())
        {
            var merge = cell.TableCellProperties?.VerticalMerge;
            yield return (column, merge is not null && merge.Val?.Value != MergedCellValues.Restart, Print(cell));
            column += cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
        }
    }

    private static PageCell Print(OpenXmlElement element)
    {
        var text = new StringBuilder();
        var figures = new List<PlacedFigure>();
        foreach (var piece in element.Descendants<Text>())
        {
            var figure = piece.Ancestors<SdtRun>().FirstOrDefault()?.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value;
            // Word may cut a control's text into several runs.
            if (figure is not null && figures.Count > 0 && figures[^1] is var last && last.Figure == figure && last.At + last.Length == text.Length)
                figures[^1] = last with { Length = last.Length + piece.Text.Length };
            else if (figure is not null) figures.Add(new PlacedFigure(figure, text.Length, piece.Text.Length));
            text.Append(piece.Text);
        }

        return new PageCell(text.ToString(), figures);
    }
}
