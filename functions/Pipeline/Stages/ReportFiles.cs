namespace Pipeline.Stages;

/// <summary>The files of an emitted report.</summary>
internal static class ReportFiles
{
    public const string Document = "report.docx";
    public const string Trace = "trace.json";
    public const string TraceWorkbook = "trace.xlsx";
    public const string Annexes = "annexes.xlsx";
    public const string Totals = "totals.csv";

    public static IReadOnlyList<string> All { get; } = [Document, Trace, TraceWorkbook, Annexes, Totals];
}
