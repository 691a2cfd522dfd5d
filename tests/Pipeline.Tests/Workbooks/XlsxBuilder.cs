using System.IO.Compression;
using System.Text;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Workbooks;

/// <summary>A workbook put together from XML fragments, so that each oddity is a few readable lines.</summary>
internal sealed class XlsxBuilder
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly Dictionary<string, byte[]> _parts = [];
    private readonly List<string> _overrides = [];

    public XlsxBuilder()
    {
        Part("_rels/.rels", Relationships(("rId1", Office + "/officeDocument", "xl/workbook.xml")));
        Part("xl/_rels/workbook.xml.rels", Relationships(
            ("rId1", Office + "/worksheet", "worksheets/sheet1.xml"),
            ("rId2", Office + "/styles", "styles.xml"),
            ("rId3", Office + "/sharedStrings", "sharedStrings.xml")));
        Workbook("""<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>""");
        Styles("""<cellXfs><xf numFmtId="0"/></cellXfs>""");
        Strings("");
        Rows("");
        Type("xl/workbook.xml", Types + ".sheet.main+xml");
    }

    public XlsxBuilder Workbook(string inner) =>
        Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{inner}</workbook>""");

    public XlsxBuilder Styles(string inner) => Part("xl/styles.xml", $"""<styleSheet xmlns="{Main}">{inner}</styleSheet>""");

    public XlsxBuilder Strings(string items) => Part("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{items}</sst>""");

    public XlsxBuilder Sheet(string inner) => Part("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}">{inner}</worksheet>""");

    public XlsxBuilder Rows(string rows) => Sheet($"<sheetData>{rows}</sheetData>");

    public XlsxBuilder Part(string name, string xml) => Part(name, Encoding.UTF8.GetBytes(xml));

    public XlsxBuilder Part(string name, byte[] content)
    {
        _parts[name] = content;
        return this;
    }

    public XlsxBuilder Without(string name)
    {
        _parts.Remove(name);
        return this;
    }

    public XlsxBuilder Rename(string from, string to)
    {
        _parts[to] = _parts[from];
        _parts.Remove(from);
        return this;
    }

    public XlsxBuilder Type(string part, string contentType)
    {
        _overrides.RemoveAll(o => o.Contains($"\"/{part}\"", StringComparison.Ordinal));
        _overrides.Add($"""<Override PartName="/{part}" ContentType="{contentType}"/>""");
        return this;
    }

    public XlsxBuilder Edit(string part, string from, string to) =>
        Part(part, Encoding.UTF8.GetString(_parts[part]).Replace(from, to, StringComparison.Ordinal));

    public static string Relationships(params (string Id, string Type, string Target)[] list) =>
        $"""<Relationships xmlns="{Packages}/relationships">{string.Concat(list.Select(r =>
            $"""<Relationship Id="{r.Id}" Type="{r.Type}" Target="{r.Target}"/>"""))}</Relationships>""";

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", Encoding.UTF8.GetBytes(
                $"""<Types xmlns="{Packages}/content-types"><Default Extension="xml" ContentType="application/xml"/>{string.Concat(_overrides)}</Types>"""));
            foreach (var (name, content) in _parts)
                Add(zip, name, content);
        }

        return file.ToArray();
    }

    public MemoryStream Stream() => new(Bytes());

    public Workbook Read(WorkbookLimits? limits = null) => Pipeline.Workbooks.Workbook.Read(Stream(), limits ?? WorkbookLimits.Default);

    /// <summary>The first sheet's cell at an address.</summary>
    public Cell? ReadCell(string address) => Read().Sheets[0][CellAddress.Parse(address)];

    public WorkbookRefusal Refusal(WorkbookLimits? limits = null) => Refused.By(Bytes(), limits).Reason;

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(content);
    }
}
