using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Tests.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Returns;

/// <summary>Workbooks of returns, spoilt cell by cell and read as an upload is.</summary>
internal static class Books
{
    public static YearCatalogue Catalogue => Catalogue2023.Value;

    public static WorkbookDraft Filled(string unit = SampleReturn.Prefecture) =>
        FilledReturn.Make(Catalogue, Catalogue.FindUnit(unit)!, SampleReturn.Of(unit));

    public static WorkbookDraft Blank(string unit, Return? lastYear = null) =>
        ReturnTemplate.Make(Catalogue, Catalogue.FindUnit(unit)!, lastYear);

    public static byte[] Bytes(WorkbookDraft draft)
    {
        using var file = new MemoryStream();
        XlsxWriter.Write(draft, file);
        return file.ToArray();
    }

    public static ReturnReading Read(WorkbookDraft draft, string unit = SampleReturn.Prefecture, string fileName = "upload.xlsx") =>
        ReturnReader.Read(new MemoryStream(Bytes(draft)), Catalogue, unit, fileName);

    public static Sheet Sheet(WorkbookDraft draft, string form) =>
        Workbook.Read(new MemoryStream(Bytes(draft)), WorkbookLimits.Default).Sheets.Single(s => s.Name == Catalogue.Form(form).Sheet);

    /// <summary>Rule, sheet and cell of each finding, without repetition.</summary>
    public static IEnumerable<string> Summary(IEnumerable<Finding> findings) =>
        findings.Select(f => $"{f.Rule} {f.Sheet} {f.Cell}".TrimEnd()).Distinct();
}
