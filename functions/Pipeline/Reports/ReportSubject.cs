using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;

namespace Pipeline.Reports;

/// <summary>Everything a report is made of. Two equal subjects give the same bytes.</summary>
/// <param name="Catalogue">The year's catalogue, with the wording of the report.</param>
/// <param name="Year">The consolidated year, with the returns the narrative is taken from.</param>
/// <param name="Figures">The figures printed from both.</param>
/// <param name="Draft">Whether every page must say 草稿: units are missing, units contradict each other, or a sum or score on the page is wrong.</param>
public sealed record ReportSubject(YearCatalogue Catalogue, ConsolidatedYear Year, FigureSet Figures, bool Draft)
{
    /// <summary>The report of a snapshot; a 草稿 while returns are missing or contradict each other, or a sum or score on the page is wrong.</summary>
    public static ReportSubject Of(YearCatalogue catalogue, Snapshot snapshot)
    {
        var year = Province.Consolidate(catalogue, snapshot);
        var figures = FigurePrinter.Print(catalogue, year);
        var draft = snapshot.Missing.Count > 0 || year.Findings.Any(f => f.Severity == Severity.Error) || figures.Unmet.Count > 0;
        return new ReportSubject(catalogue, year, figures, draft);
    }
}
