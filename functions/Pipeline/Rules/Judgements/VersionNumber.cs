using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>版本号 counts the returns of a unit that were taken.</summary>
internal sealed class VersionNumber : IJudgement
{
    public string Rule => "R-C-06";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var known = subject.Circumstances;
        // Before an upload nobody has looked up what was taken so far.
        if (subject.Cover is not { } cover || known.IsOutdated || (known.ReceivedAt is null && known.InForce is null)) return;
        var last = Math.Max(known.LastVersion, known.InForce?.Version ?? 0);
        var expected = (last + 1).ToString(CultureInfo.InvariantCulture);
        var said = cover.Values.GetValueOrDefault("VERSION", "");
        if (said == expected) return;
        var actual = said.Length == 0 ? ValuePrint.Nothing : said;
        var place = subject.Values.FormPlace("S00", "VERSION");
        findings.Add(findings.Word(subject.Catalogue.Rule(Rule), place, ("应为", expected), ("实际", actual)) with { Reported = actual, Expected = expected });
    }
}
