using System.Text.RegularExpressions;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>Asked while the clerk can still mend it: every <c>{{figure}}</c> in the narrative is a figure there is.</summary>
internal sealed partial class NarrativeReferences : IJudgement
{
    private const string Form = "S10";

    public string Rule => "R-G-01";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var known = subject.Catalogue.Figures.Select(f => f.Id).ToHashSet();
        foreach (var line in subject.Values.Lines(Form))
        {
            var unknown = Placeholder().Matches(line.Values.GetValueOrDefault("TEXT", "")).Select(m => m.Groups[1].Value.Trim())
                .Where(id => !known.Contains(id.Split(':')[0])).Distinct();
            foreach (var id in unknown)
                findings.Add(Rule, subject.Values.LinePlace(line, "TEXT"), ("节", line.Values.GetValueOrDefault("SECTION", "")), ("图号", id));
        }
    }

    [GeneratedRegex(@"\{\{(.*?)\}\}")]
    private static partial Regex Placeholder();
}
