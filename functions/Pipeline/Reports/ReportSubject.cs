using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;

namespace Pipeline.Reports;

/// <summary>Everything a report is made of. Two equal subjects give the same bytes.</summary>
/// <param name="Catalogue">The year's catalogue, with the wording of the report.</param>
/// <param name="Year">The consolidated year, with the returns the narrative is taken from.</param>
/// <param name="Figures">The figures printed from both.</param>
/// <param name="Draft">Whether every page must say 草稿: units are missing, or units contradict each other.</param>
public sealed record ReportSubject(YearCatalogue Catalogue, ConsolidatedYear Year, FigureSet Figures, bool Draft)
{
    /// <summary>The report of a snapshot; a 草稿 while returns are missing, or contradict each other.</summary>
    public static ReportSubject Of(YearCatalogue catalogue, Snapshot snapshot)
    {
        var year = Province.Consolidate(catalogue, snapshot);
        var draft = snapshot.Missing.Count > 0 || year.Findings.Any(f => f.Severity == Severity.Error);
        return new ReportSubject(catalogue, year, FigurePrinter.Print(catalogue, year), draft);
    }
}
