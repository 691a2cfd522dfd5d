using System.Globalization;
using Pipeline.Returns;
using Pipeline.Returns.Scoring;

namespace Pipeline.Rules.Judgements;

/// <summary>得分 follows from 分值, 指标值 and 完成值, or lies in its 档次; words without a 档次 are left to the reviewer. 偏差原因 is compulsory
/// where points are missing and where a target was passed by far.</summary>
internal sealed class IndicatorScores : IJudgement
{
    private const string Form = "S09";

    public string Rule => "R-A-28";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var rule = subject.Catalogue.Rule(Rule);
        var tolerance = rule.Parameters.GetValueOrDefault("score", 0.01m);
        var profile = new ScoreProfile(rule.Parameters.GetValueOrDefault("overshoot", 1.3m));
        foreach (var line in subject.Values.Lines(Form))
        {
            var indicator = Indicator.Of(line);
            if (indicator.Reason.Length == 0 && indicator.NeedsReason(profile))
            {
                string Said(string column) => line.Values.GetValueOrDefault(column, "");
                findings.Add(findings.Word(
                    rule, subject.Values.LinePlace(line, "REASON"), ("左", $"完成值{Said("ACTUAL")}，得分{Said("SCORE")}，未填写偏差原因"),
                    ("右", $"指标值{Said("TARGET")}，分值{Said("WEIGHT")}")));
            }

            // A score beyond 0 … 分值 is told by the rule's own expressions.
            if (indicator is not { Weight: { } weight, Claimed: { } score } || score < 0 || score > weight) continue;
            if (indicator.Allowed(profile) is not { } allowed || allowed.Allows(score, tolerance)) continue;
            var nearest = score < allowed.Least ? allowed.Least : allowed.Most;
            var (said, should) = (Print(score), allowed.Least == allowed.Most ? Print(nearest) : $"{Print(allowed.Least)}至{Print(allowed.Most)}");
            findings.Add(findings.Word(rule, subject.Values.LinePlace(line, "SCORE"), ("左", said), ("右", should)) with
            {
                Reported = said,
                Expected = should,
                Difference = Print(Math.Abs(score - nearest)),
            });
        }
    }

    private static string Print(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
