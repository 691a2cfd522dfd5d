using System.Globalization;
using System.IO.Compression;
using System.Text;
using Pipeline.Workbooks;

namespace Benchmarks.Reading;

/// <summary>Workbooks to read: a return-like one from our own writer, and one sheet of any length written straight as XML.</summary>
internal static class SampleFiles
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument";
    private const int Texts = 400;

    /// <summary>Twelve sheets of about forty rows: codes, item names, amounts, a total.</summary>
    public static byte[] Return()
    {
        var amount = new CellStyle { NumberFormat = "#,##0.00", Border = true, Locked = false };
        var sheets = Enumerable.Range(1, 12).Select(sheet => new SheetDraft($"表{sheet}", [.. Enumerable.Range(1, 40).Select(row => new RowDraft(row,
        [
            CellDraft.OfText(1, $"EI.{sheet}.{row}", CellStyle.Default),
            CellDraft.OfText(2, $"第{row}项基金收入", CellStyle.Default),
            .. Enumerable.Range(3, 6).Select(column => CellDraft.OfNumber(column, Amount(sheet * 1_000 + row * 10 + column), amount)),
            CellDraft.OfFormula(9, $"SUM(C{row}:H{row})", amount, 123456.78m),
        ]))]));
        using var file = new MemoryStream();
        XlsxWriter.Write(new WorkbookDraft([.. sheets]), file);
        return file.ToArray();
    }

    /// <summary>One sheet of twelve columns: two texts, nine amounts, one formula with its result.</summary>
    public static void WriteLong(string path, int rows)
    {
        using var file = File.Create(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Types}.spreadsheetml.sharedStrings+xml"/></Types>""");
        Add(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
        Add(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>""");
        Add(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}" count="{2 * rows}" uniqueCount="{Texts}">{string.Concat(Enumerable.Range(0, Texts).Select(i => $"<si><t>第{i}项基金</t></si>"))}</sst>""");
        using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        using var xml = new StreamWriter(part, new UTF8Encoding(false), 1 << 16);
        xml.Write($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{Main}"><dimension ref="A1:L{rows}"/><sheetData>""");
        for (var row = 1; row <= rows; row++)
            WriteRow(xml, row);
        xml.Write("</sheetData></worksheet>");
    }

    private static void WriteRow(StreamWriter xml, int row)
    {
        Span<char> digits = stackalloc char[32];
        xml.Write($"""<row r="{row}" spans="1:12"><c r="A{row}" t="s"><v>{row % Texts}</v></c><c r="B{row}" t="s"><v>{row * 7 % Texts}</v></c>""");
        for (var column = 'C'; column <= 'K'; column++)
        {
            xml.Write($"""<c r="{column}{row}" s="1"><v>""");
            Amount(row * 12 + column).TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
            xml.Write(digits[..length]);
            xml.Write("</v></c>");
        }

        xml.Write($"""<c r="L{row}" s="1"><f>SUM(C{row}:K{row})</f><v>{Amount(row)}</v></c></row>""");
    }

    /// <summary>An amount with two decimals; the same seed gives the same amount.</summary>
    private static decimal Amount(int seed) => new decimal((int)((uint)seed * 2_654_435_761u >> 1), 0, 0, seed % 11 == 0, 2);

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
