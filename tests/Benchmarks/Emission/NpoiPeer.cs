using NPOI.XWPF.UserModel;
using Pipeline.Reports.Wording;

namespace Benchmarks.Emission;

/// <summary>The peer: the same paragraphs and tables with no styles, no content controls and no provenance.</summary>
internal static class NpoiPeer
{
    public static byte[] Write(IReadOnlyList<Block> blocks)
    {
        var document = new XWPFDocument();
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph) Write(document.CreateParagraph(), paragraph.Pieces);
            if (block is Table table) Write(document, table);
        }

        using var file = new MemoryStream();
        document.Write(file);
        return file.ToArray();
    }

    private static void Write(XWPFDocument document, Table table)
    {
        List<TableRow> rows = [.. table.Header, .. table.Rows];
        var written = document.CreateTable(rows.Count, table.Columns.Count);
        foreach (var (index, row) in rows.Index())
        {
            foreach (var (column, cell) in row.Cells.Index().Where(c => c.Item.Join == CellJoin.None))
                Write(written.GetRow(index).GetCell(column).Paragraphs[0], cell.Pieces);
        }
    }

    private static void Write(XWPFParagraph paragraph, IReadOnlyList<Piece> pieces)
    {
        foreach (var piece in pieces) paragraph.CreateRun().SetText(piece.Text);
    }
}
