using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using MiniExcelLibs;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using OfficeOpenXml;
using Pipeline.Workbooks;

namespace Benchmarks.Reading;

/// <summary>The same job for everybody: take the value of every cell of every sheet, and count the filled ones.</summary>
internal static class Readers
{
    public const string Floor = "floor";
    public const string Ours = "Pipeline.Workbooks";

    private static readonly WorkbookLimits Wide = WorkbookLimits.Default with
    {
        MaxFileBytes = 1_000_000_000,
        MaxExpandedBytes = 4_000_000_000,
    };

    public static IReadOnlyDictionary<string, Func<Stream, long>> All { get; } = Create();

    private static Dictionary<string, Func<Stream, long>> Create()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new()
        {
            [Floor] = ReadFloor,
            [Ours] = ReadOurs,
            ["MiniExcel 1.46.0"] = ReadMiniExcel,
            ["ExcelDataReader 3.6.0"] = ReadExcelDataReader,
            ["EPPlus 4.5.3.3"] = ReadEPPlus,
            ["ClosedXML 0.95.4"] = PeerLoadContext.Reader("ClosedXmlPeer"),
            ["NPOI 2.4.1"] = ReadNpoi,
        };
    }

    /// <summary>What no reader over XmlReader can beat: expand every part and step through its nodes.</summary>
    private static long ReadFloor(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var nodes = 0L;
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            using var xml = XmlReader.Create(part);
            while (xml.Read())
                nodes++;
        }

        return nodes;
    }

    private static long ReadOurs(Stream file)
    {
        using var book = XlsxReader.Open(file, Wide);
        var filled = 0L;
        foreach (var entry in book.Sheets)
        {
            using var sheet = book.OpenSheet(entry);
            while (sheet.Read())
            {
                if (sheet.Kind == CellKind.Number ? sheet.TryGetDecimal(out _) : sheet.Kind != CellKind.Blank && sheet.Text is not null)
                    filled++;
            }
        }

        return filled;
    }

    private static long ReadMiniExcel(Stream file)
    {
        var filled = 0L;
        foreach (var name in MiniExcel.GetSheetNames(file))
        {
            foreach (IDictionary<string, object?> row in MiniExcel.Query(file, sheetName: name))
                filled += row.Values.Count(v => v is not null);
        }

        return filled;
    }

    private static long ReadExcelDataReader(Stream file)
    {
        using var book = ExcelReaderFactory.CreateOpenXmlReader(file, new() { LeaveOpen = true });
        var filled = 0L;
        do
        {
            while (book.Read())
            {
                for (var column = 0; column < book.FieldCount; column++)
                {
                    if (book.GetValue(column) is not null)
                        filled++;
                }
            }
        }
        while (book.NextResult());
        return filled;
    }

    private static long ReadEPPlus(Stream file)
    {
        using var book = new ExcelPackage(file);
        var filled = 0L;
        foreach (var sheet in book.Workbook.Worksheets)
        {
            if (sheet.Dimension is null)
                continue;
            foreach (var cell in sheet.Cells)
            {
                if (cell.Value is not null)
                    filled++;
            }
        }

        return filled;
    }

    private static long ReadNpoi(Stream file)
    {
        var book = new XSSFWorkbook(file);
        var filled = 0L;
        for (var index = 0; index < book.NumberOfSheets; index++)
        {
            foreach (IRow row in book.GetSheetAt(index))
            {
                foreach (var cell in row.Cells)
                {
                    var type = cell.CellType == CellType.Formula ? cell.CachedFormulaResultType : cell.CellType;
                    if (type == CellType.Numeric ? !double.IsNaN(cell.NumericCellValue) : type == CellType.String && cell.StringCellValue is not null)
                        filled++;
                }
            }
        }

        return filled;
    }
}
