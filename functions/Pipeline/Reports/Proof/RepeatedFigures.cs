using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>The same amount printed twice, under one figure or two, prints the same.</summary>
internal sealed class RepeatedFigures : IProof
{
    public string Rule => "R-G-03";

    public void Check(PrintedReport report, FindingList findings)
    {
        var figures = report.Subject.Figures.Figures;
        var amounts = report.Figures.GroupBy(f => f.Figure).Select(g => (Id: g.Key, Numbers: g.Select(f => Magnitude(f.Text)).Distinct().ToList())).ToList();
        foreach (var (id, numbers) in amounts.Where(a => a.Numbers.Count > 1))
            findings.Add(Rule, Place.File, ("位置1", figures[id].Section), ("值1", $"{numbers[0]}"), ("位置2", figures[id].Section), ("值2", $"{numbers[1]}"));
        foreach (var same in amounts.Where(a => figures[a.Id].Raw is not null).GroupBy(a => (figures[a.Id].Expression, figures[a.Id].Node, figures[a.Id].Unit)).Where(g => g.Count() > 1))
        {
            var first = same.First();
            foreach (var other in same.Skip(1).Where(o => o.Numbers[0] != first.Numbers[0]))
                findings.Add(
                    Rule, Place.File, ("位置1", $"{figures[first.Id].Section} {figures[first.Id].Label}"), ("值1", $"{first.Numbers[0]}"),
                    ("位置2", $"{figures[other.Id].Section} {figures[other.Id].Label}"), ("值2", $"{other.Numbers[0]}"));
        }
    }

    // Behind 增加额 or 减少额 a figure stands without its sign.
    private static decimal? Magnitude(string text) => PrintedReport.Number(text) is { } number ? Math.Abs(number) : null;
}
