using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Workbooks;

/// <summary>The two parts behind a sheet's notes: their texts, and the old drawing format in which Excel still keeps their boxes.</summary>
internal static class CommentParts
{
    private const string Author = "审核";
    private const int PixelsPerRow = 20;
    private const int CharactersPerRow = 16;
    private const int MostRows = 30;

    /// <returns>The relationship id of the drawing; null when no cell has a note.</returns>
    public static string? Write(SheetDraft sheet, WorksheetPart part)
    {
        var notes = sheet.Rows.SelectMany(r => r.Cells.Where(c => c.Comment is not null)
            .Select(c => (Address: new CellAddress(r.Row, c.Column), Text: c.Comment!))).ToList();
        if (notes.Count == 0)
            return null;
        var list = new CommentList(notes.Select(n => new Comment(new CommentText(new Run(TextTable.Written(n.Text))))
        {
            Reference = n.Address.ToString(),
            AuthorId = 0,
        }));
        using (var writer = OpenXmlWriter.Create(part.AddNewPart<WorksheetCommentsPart>("rId1")))
            writer.WriteElement(new Comments(new Authors(new Author(Author)), list));
        using (var drawing = part.AddNewPart<VmlDrawingPart>("rId2").GetStream(FileMode.Create))
            drawing.Write(Encoding.UTF8.GetBytes(Drawing(notes)));
        return "rId2";
    }

    private static string Drawing(List<(CellAddress Address, string Text)> notes)
    {
        var xml = new StringBuilder(
            """
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>
            """);
        foreach (var (index, (address, text)) in notes.Index())
        {
            // Numbers count from 0: left column and row of the box, then right column and row, each with an offset in pixels.
            var lines = Math.Min(MostRows, 1 + text.Split('\n').Sum(paragraph => 1 + paragraph.Length / CharactersPerRow));
            xml.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"""
                <v:shape id="note{index + 1}" type="#note" style="visibility:hidden" fillcolor="#ffffe1"><x:ClientData ObjectType="Note"><x:Anchor>{address.Column}, 8, {address.Row - 1}, 4, {address.Column + 3}, 8, {address.Row - 1 + lines}, {PixelsPerRow - 4}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{address.Row - 1}</x:Row><x:Column>{address.Column - 1}</x:Column></x:ClientData></v:shape>
                """);
        }

        return xml.Append("</xml>").ToString();
    }
}
