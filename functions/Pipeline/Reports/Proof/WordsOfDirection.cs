using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Figures;
using Pipeline.Reports.Wording;
using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>增加 and 减少, 持平, 上升 and 下降, 超额完成 and 未完成 say of the numbers printed beside them what is true.</summary>
internal sealed partial class WordsOfDirection : IProof
{
    public string Rule => "R-G-04";

    public void Check(PrintedReport report, FindingList findings)
    {
        foreach (var line in report.Lines)
        {
            foreach (var (word, at) in Changes(report, line).Concat(Still(report, line)).Concat(Ways(line)).Concat(Goals(report, line)))
                PrintedReport.Find(findings, Rule, line, at, ("词", word));
        }
    }

    /// <summary>增加额0.52万元, where the figure is a difference or a growth.</summary>
    private static IEnumerable<(string Word, int At)> Changes(PrintedReport report, PrintedLine line)
    {
        foreach (var slot in line.Slots.Where(s => report.IsFigure(s.Tag) && s.Part != FigurePart.Unit))
        {
            if (Change().Match(line.Text[..slot.At]) is not { Success: true } word || Direction(report, slot) is not { } direction) continue;
            if (word.Groups["up"].Success ? direction < 0 : direction > 0) yield return (word.Groups["word"].Value, word.Index);
        }

        // 同比增加，增加额…: the word that opens the clause speaks of the same figure.
        foreach (Match opening in Opening().Matches(line.Text))
        {
            var rest = opening.Groups["rest"];
            var slot = line.Slots.FirstOrDefault(s => s.At >= rest.Index && s.At <= rest.Index + rest.Length && report.IsFigure(s.Tag) && s.Part != FigurePart.Unit);
            if (slot is null || Direction(report, slot) is not { } direction) continue;
            if (opening.Groups["up"].Success ? direction < 0 : direction > 0) yield return (opening.Groups["word"].Value, opening.Index);
        }
    }

    /// <summary>Which way a difference goes by the numbers on the page it is the difference of; null for other figures.</summary>
    private static int? Direction(PrintedReport report, PrintedSlot slot)
    {
        var definition = report.Subject.Catalogue.Figures.FirstOrDefault(f => f.Id == slot.Tag);
        if (definition is not { Role: FigureRole.Difference } && definition is not { Kind: FigureKind.Growth }) return null;
        var terms = report.Subject.Catalogue.Identities.FirstOrDefault(i => i.Total == slot.Tag && i.Terms is [{ Sign: > 0 }, { Sign: < 0 }]);
        if (terms is not null && report.Value(terms.Terms[0].Figure) - report.Value(terms.Terms[1].Figure) is { } difference) return Math.Sign(difference);
        return report.Value(slot.Tag) is { } value ? Math.Sign(value) : null;
    }

    /// <summary>两年持平: the differences of the sentence are none.</summary>
    private static IEnumerable<(string Word, int At)> Still(PrintedReport report, PrintedLine line)
    {
        for (var at = line.Text.IndexOf("持平", StringComparison.Ordinal); at >= 0; at = line.Text.IndexOf("持平", at + 1, StringComparison.Ordinal))
        {
            var end = line.Text.IndexOfAny(['。', '；'], at) is >= 0 and var stop ? stop : line.Text.Length;
            var next = line.Slots.FirstOrDefault(s => s.At > at && s.At < end && report.IsFigure(s.Tag) && Direction(report, s) is not null);
            if (next is not null && Direction(report, next) != 0) yield return ("持平", at);
        }
    }

    /// <summary>从第28名上升到第10名: the smaller number is the better rank.</summary>
    private static IEnumerable<(string Word, int At)> Ways(PrintedLine line) =>
        from way in Way().Matches(line.Text)
        let before = PrintedReport.Number(way.Groups["from"].Value)
        let after = PrintedReport.Number(way.Groups["to"].Value)
        let isRank = way.Groups["rank"].Success
        let isUp = way.Groups["up"].Success
        where isUp == isRank ? after >= before : after <= before
        select (way.Value, way.Index);

    /// <summary>A paragraph that speaks of 超额完成 or 未完成 names the numbers reached and the numbers aimed at.</summary>
    private static IEnumerable<(string Word, int At)> Goals(PrintedReport report, PrintedLine line)
    {
        var figures = report.Subject.Figures.Figures;
        foreach (Match goal in Goal().Matches(line.Text))
        {
            foreach (var aim in Places(report, line).Where(p => figures[p.Id].Expression.Contains(".TARGET.", StringComparison.Ordinal)))
            {
                var fund = figures[aim.Id].Expression.Contains(".TARGET.EI", StringComparison.Ordinal) ? "EI" : "WI";
                var reached = Places(report, line).FirstOrDefault(p => figures[p.Id].Expression.StartsWith($"{fund}.BASE.INSURED@", StringComparison.Ordinal));
                if (reached is null || Quantity(reached.Text) is not { } got || Quantity(aim.Text) is not { } wanted) continue;
                var kept = goal.Groups["missed"].Success ? got < wanted : goal.Groups["over"].Success ? got > wanted : got >= wanted;
                if (!kept) yield return (goal.Value, goal.Index);
            }
        }
    }

    private static IEnumerable<FigurePlace> Places(PrintedReport report, PrintedLine line) => report.Figures.Where(f => f.Line == line);

    /// <summary>A text with its unit in single heads, things or 分.</summary>
    private static decimal? Quantity(string text) =>
        PrintedReport.Number(text) * (DisplayScale.Find(text.TrimStart('-').TrimStart([.. "0123456789.,"]))?.RawPerUnit ?? 1);

    [GeneratedRegex("(?<word>(?<up>增加|增长|上升|提高|扩大)|减少|下降|降低|缩小|回落)额?(了|为|到)?$", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft)]
    private static partial Regex Change();

    [GeneratedRegex("(同比|比上年|较上年)(?<word>(?<up>增加|增长|上升|提高|扩大)|减少|下降|降低|缩小|回落)，(?<rest>[^，。；]{0,12})", RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex(@"[从由]第?(?<from>\d+(\.\d+)?)(?<unit>(?<rank>名|位)|%|[^\d，。；]{0,3})[^，。；\d]{0,6}?((?<up>上升|提高|增加|提升|增长|扩大)|下降|减少|降低|缩小|回落|收窄)[到至为]第?(?<to>\d+(\.\d+)?)", RegexOptions.ExplicitCapture)]
    private static partial Regex Way();

    [GeneratedRegex("(?<over>超额)完成|(?<missed>未完成|没有完成|未能完成)", RegexOptions.ExplicitCapture)]
    private static partial Regex Goal();
}
