using Pipeline.Reports.Sheets;
using Pipeline.Workbooks;

namespace Pipeline.Reports;

/// <summary>The annexes as one workbook whose sums and ratios are live formulas that come to what the report prints.</summary>
/// <remarks>
/// A number on a sheet is the printed one, 尾差 and all, so that the formulas over it add up to the printed total. A ratio is computed from
/// the exact amounts on the last sheet, as the report computes it: printed numbers would give another one.
/// </remarks>
public static class AnnexWorkbook
{
    /// <summary>Writes the workbook: a sheet an annex, laid out as in the document, and the sheet of exact amounts.</summary>
    /// <returns>An XLSX; the same subject gives the same bytes.</returns>
    public static byte[] Write(ReportSubject subject)
    {
        var exact = new ExactAmounts(subject);
        var annexes = ReportDocument.Annexes(subject).Select(section => AnnexSheet.Draft(subject, section, exact)).ToList();
        using var workbook = new MemoryStream();
        XlsxWriter.Write(new WorkbookDraft([.. annexes, exact.Draft()]), workbook);
        return workbook.ToArray();
    }
}
