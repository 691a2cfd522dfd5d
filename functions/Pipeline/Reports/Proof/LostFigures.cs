using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>Figures the wording has a place for, and the document has not.</summary>
internal static class LostFigures
{
    private const string Rule = "R-G-01";

    /// <summary>An emitted document without one is no report.</summary>
    public static IEnumerable<Finding> In(PrintedReport report)
    {
        if (report.Subject.Catalogue.FindRule(Rule)?.IsInForce(report.Subject.Catalogue.Year) != true) return [];
        var findings = new FindingList(report.Subject.Catalogue);
        foreach (var id in Of(report)) findings.Add(Rule, Place.File, ("节", report.Subject.Figures.Figures[id].Section), ("图号", id));
        return findings.All;
    }

    /// <summary>The figures, in the order of the report.</summary>
    public static IEnumerable<string> Of(PrintedReport report)
    {
        var printed = report.Figures.Select(f => f.Id).ToHashSet();
        return Sections.Mark(OwnWording.Compose(report.Subject)).SelectMany(l => l.Slots).Select(s => s.Tag).Distinct().Where(id => !printed.Contains(id));
    }
}
