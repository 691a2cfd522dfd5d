using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>得分 of a measured indicator follows from 分值, 指标值 and 完成值; words are left to the reviewer.</summary>
internal sealed class IndicatorScores : IJudgement
{
    private const string Form = "S09";

    public string Rule => "R-A-28";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var tolerance = subject.Catalogue.Rule(Rule).Parameters.GetValueOrDefault("score", 0.01m);
        foreach (var line in subject.Values.Lines(Form))
        {
            // A score beyond 0 … 分值 is told by the rule's own expressions.
            if (Number(line, "WEIGHT") is not { } weight || Number(line, "SCORE") is not { } score || score < 0 || score > weight) continue;
            if (Expected(line, weight) is not var (expected, reached)) continue;
            // Reached by far may be scored lower: the target was set too low.
            if (reached || Math.Abs(score - expected) <= tolerance) continue;
            var (said, should) = (Print(score), Print(expected));
            findings.Add(findings.Word(subject.Catalogue.Rule(Rule), subject.Values.LinePlace(line, "SCORE"), ("左", said), ("右", should)) with
            {
                Reported = said,
                Expected = should,
                Difference = Print(Math.Abs(score - expected)),
            });
        }
    }

    private static (decimal Score, bool Reached)? Expected(RegisterLine line, decimal weight)
    {
        if (line.Values.GetValueOrDefault("KIND") != "定量"
            || IndicatorValue.Parse(line.Values.GetValueOrDefault("TARGET")) is not { } target
            || IndicatorValue.Parse(line.Values.GetValueOrDefault("ACTUAL")) is not { } actual
            || target.Unit != actual.Unit || target.Amount <= 0 || actual.Amount <= 0) return null;
        return target.Operator switch
        {
            "≥" or "=" or "" when actual.Amount >= target.Amount => target.Operator == "≥" || actual.Amount == target.Amount ? (weight, true) : null,
            "≥" or "=" or "" => (Share(actual.Amount / target.Amount, weight), false),
            "≤" => actual.Amount <= target.Amount ? (weight, true) : (Share(target.Amount / actual.Amount, weight), false),
            _ => null,
        };
    }

    private static decimal Share(decimal ratio, decimal weight) => Math.Round(ratio * weight, 2, MidpointRounding.AwayFromZero);

    private static decimal? Number(RegisterLine line, string column) =>
        decimal.TryParse(line.Values.GetValueOrDefault(column), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Print(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
