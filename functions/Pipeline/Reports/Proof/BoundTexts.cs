using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>What stands in a figure's control is what the figure prints.</summary>
internal sealed class BoundTexts : IProof
{
    public string Rule => "R-G-03";

    public void Check(PrintedReport report, FindingList findings)
    {
        var figures = report.Subject.Figures.Figures;
        foreach (var place in report.Figures)
        {
            if (report.Meant(place.Id, place.Part) is { } meant && meant != place.Text)
                PrintedReport.Find(
                    findings, Rule, place.Line, place.At, ("位置1", $"{figures[place.Id].Label}（文中）"), ("值1", place.Text),
                    ("位置2", $"{figures[place.Id].Label}（数据）"), ("值2", meant), ("图号", place.Id));
        }
    }
}
