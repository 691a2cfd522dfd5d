using System.Globalization;
using Pipeline.Reports.Wording;
using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>The same amount printed twice, under one figure or two, in text or table, prints the same.</summary>
internal sealed class RepeatedFigures : IProof
{
    public string Rule => "R-G-03";

    public void Check(PrintedReport report, FindingList findings)
    {
        var figures = report.Subject.Figures.Figures;
        var places = report.Figures.Where(f => f.Part != FigurePart.Unit && Magnitude(f) is not null).GroupBy(f => f.Id).ToList();
        var firsts = new List<FigurePlace>();
        foreach (var same in places)
        {
            firsts.Add(same.First());
            foreach (var other in same.DistinctBy(Magnitude).Skip(1)) Add(findings, same.First(), other, same.First().Line.Section, other.Line.Section);
        }

        foreach (var same in firsts.GroupBy(f => (figures[f.Id].Expression, figures[f.Id].Node, figures[f.Id].Unit)).Where(g => g.Key.Expression.Length > 0))
        {
            foreach (var other in same.Skip(1).Where(o => Magnitude(o) != Magnitude(same.First())))
                Add(findings, same.First(), other, Name(same.First()), Name(other));
        }

        string Name(FigurePlace place) => $"{figures[place.Id].Section} {figures[place.Id].Label}";
    }

    private void Add(FindingList findings, FigurePlace first, FigurePlace other, string where, string otherWhere) => PrintedReport.Find(
        findings, Rule, other.Line, other.At, ("位置1", where), ("值1", Print(first)), ("位置2", otherWhere), ("值2", Print(other)), ("图号", other.Id));

    private static string Print(FigurePlace place) => Magnitude(place)!.Value.ToString(CultureInfo.InvariantCulture);

    // Behind 增加额 or 减少额 a figure stands without its sign.
    private static decimal? Magnitude(FigurePlace place) => PrintedReport.Number(place.Text) is { } number ? Math.Abs(number) : null;
}
