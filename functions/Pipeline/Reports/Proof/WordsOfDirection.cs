using System.Text.RegularExpressions;
using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>增加 and 减少, 上升 and 下降, 超额完成 and 未完成 say of the numbers beside them what is true.</summary>
internal sealed partial class WordsOfDirection : IProof
{
    public string Rule => "R-G-04";

    public void Check(PrintedReport report, FindingList findings)
    {
        foreach (var line in report.Lines)
        {
            foreach (var word in Changes(report, line).Concat(Ways(line)).Concat(Goals(report, line))) findings.Add(Rule, Place.File, ("词", word));
        }
    }

    /// <summary>增加额 0.52万元, where the figure is a difference.</summary>
    private static IEnumerable<string> Changes(PrintedReport report, PrintedLine line)
    {
        foreach (var (id, at, _) in line.Figures)
        {
            var before = line.Text[Math.Max(0, at - 6)..at];
            if (Change().Match(before) is not { Success: true } word || report.Subject.Figures.Figures[id].Raw is not { } raw) continue;
            if (report.Subject.Catalogue.Figures.First(f => f.Id == id).Role != Catalogue.FigureRole.Difference) continue;
            if (word.Value.StartsWith('增') ? raw < 0 : raw > 0) yield return word.Value;
        }
    }

    /// <summary>从第28名上升到第10名: the smaller number is the better rank.</summary>
    private static IEnumerable<string> Ways(PrintedLine line) =>
        from way in Way().Matches(line.Text)
        let before = PrintedReport.Number(way.Groups["from"].Value)
        let after = PrintedReport.Number(way.Groups["to"].Value)
        let isRank = way.Groups["rank"].Success
        let isUp = way.Groups["word"].Value is "上升" or "提高" or "增加" or "提升" or "增长"
        where isUp == isRank ? after > before : after < before
        select way.Value;

    /// <summary>A paragraph that speaks of 超额完成 names the numbers reached and the numbers aimed at.</summary>
    private static IEnumerable<string> Goals(PrintedReport report, PrintedLine line)
    {
        if (!line.Text.Contains("超额完成", StringComparison.Ordinal)) yield break;
        var figures = report.Subject.Figures.Figures;
        foreach (var (aim, _, _) in line.Figures.Where(f => figures[f.Figure].Expression.Contains(".TARGET.", StringComparison.Ordinal)))
        {
            var fund = figures[aim].Expression.Contains(".TARGET.EI", StringComparison.Ordinal) ? "EI" : "WI";
            var reached = line.Figures.Select(f => figures[f.Figure]).FirstOrDefault(f => f.Expression.StartsWith($"{fund}.BASE.INSURED@", StringComparison.Ordinal));
            if (reached?.Raw < figures[aim].Raw) yield return "超额完成";
        }
    }

    [GeneratedRegex("(增加额?|增长|减少额?|下降)$")]
    private static partial Regex Change();

    [GeneratedRegex(@"从第?(?<from>\d+(\.\d+)?)(?<rank>名|位)?[^，。；]{0,6}?(?<word>上升|提高|增加|提升|增长|下降|减少|降低)(到|至|为)第?(?<to>\d+(\.\d+)?)")]
    private static partial Regex Way();
}
