using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>本年数 that is last year's, or the budget's, to the 分 in several rows was probably copied.</summary>
internal sealed class CopiedColumn : IJudgement
{
    private static readonly (string Column, string Name)[] Sources = [("PY", "上年数"), ("B1", "预算数")];

    public string Rule => "R-R-16";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var least = subject.Catalogue.Rule(Rule).Parameters["least"];
        foreach (var form in subject.Catalogue.FormsOf(subject.Kind))
        {
            foreach (var (column, name) in Sources.Where(s => form.Columns.Any(c => c.Code == s.Column)))
            {
                var same = form.Items.Where(i => i.Formula is null)
                    .Where(i => subject.Values.Number(i.Code, "CUR") is { } now && now != 0 && now == subject.Values.Number(i.Code, column))
                    .Select(i => subject.Values.Place(i.Code, "CUR")).ToList();
                if (same.Count < least) continue;
                findings.Add(findings.Word(
                    subject.Catalogue.Rule(Rule), Place.OfSheet(form.Sheet), ("来源", name), ("个数", same.Count.ToString(CultureInfo.InvariantCulture))) with
                {
                    Cells = [.. same.Select(p => $"{p.Sheet}!{p.Cell}")],
                });
            }
        }
    }
}
