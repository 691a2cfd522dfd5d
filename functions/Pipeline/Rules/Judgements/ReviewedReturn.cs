using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>A return that is being reviewed is withdrawn before another takes its place.</summary>
internal sealed class ReviewedReturn : IJudgement
{
    public string Rule => "R-D-03";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var known = subject.Circumstances;
        if (!known.UnderReview || known.IsOutdated) return;
        findings.Add(Rule, Place.File, ("n", (known.InForce?.Version ?? known.LastVersion).ToString(CultureInfo.InvariantCulture)));
    }
}
