using Pipeline.Returns;
using Pipeline.Returns.Scoring;

namespace Pipeline.Rules.Judgements;

/// <summary>偏差原因 is compulsory where points are missing and where a target was passed by far.</summary>
internal sealed class IndicatorReasons : IJudgement
{
    private const string Form = "S09";

    public string Rule => "R-A-29";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var rule = subject.Catalogue.Rule(Rule);
        var profile = new ScoreProfile(rule.Parameters.GetValueOrDefault("overshoot", 1.3m));
        foreach (var line in subject.Values.Lines(Form))
        {
            var indicator = Indicator.Of(line);
            if (indicator.Reason.Length > 0 || !indicator.NeedsReason(profile)) continue;
            string Said(string column) => line.Values.GetValueOrDefault(column, "");
            findings.Add(findings.Word(
                rule, subject.Values.LinePlace(line, "REASON"), ("完成值", Said("ACTUAL")), ("得分", Said("SCORE")), ("分值", Said("WEIGHT"))));
        }
    }
}
