using System.Text.RegularExpressions;
using Pipeline.Figures;
using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>Every place of a figure has its number, and no placeholder is left.</summary>
internal sealed partial class OpenSlots : IProof
{
    public string Rule => "R-G-01";

    public void Check(PrintedReport report, FindingList findings)
    {
        var figures = report.Subject.Figures.Figures;
        foreach (var id in report.Figures.Where(f => f.Text.Contains(FigurePrinter.Missing, StringComparison.Ordinal) && figures[f.Figure].Raw is null && IsAmount(report, f.Figure))
            .Select(f => f.Figure).Distinct())
            findings.Add(Rule, Place.File, ("节", figures[id].Section), ("图号", id));
        foreach (var line in report.Lines)
        {
            foreach (Match left in Placeholder().Matches(line.Text)) findings.Add(Rule, Place.File, ("节", "正文"), ("图号", left.Value));
        }
    }

    // A growth over nothing prints — and is no open place.
    private static bool IsAmount(PrintedReport report, string id) =>
        report.Subject.Catalogue.Figures.FirstOrDefault(f => f.Id == id) is { Kind: Catalogue.FigureKind.Amount };

    [GeneratedRegex(@"\{\{.*?\}\}|〔无此图号：.*?〕|〔此处缺文字材料：.*?〕")]
    private static partial Regex Placeholder();
}
