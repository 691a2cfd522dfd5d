using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>A digit too many or too few: an item almost exactly 10, 100 or 1,000 times last year's, or that part of it.</summary>
internal sealed class ShiftedDigits : IJudgement
{
    private static readonly decimal[] Powers = [10, 100, 1_000];

    public string Rule => "R-U-03";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var limits = subject.Catalogue.Rule(Rule).Parameters;
        foreach (var (form, rows) in ComparedRow.Of(subject))
        {
            if (findings.All.Any(f => f.Rule == "R-U-01" && f.Sheet == form.Sheet)) continue;
            foreach (var row in rows.Where(r => Math.Max(r.Current, r.LastYear) >= limits["floor"]))
            {
                var times = row.Ratio >= 1 ? row.Ratio : 1 / row.Ratio;
                if (Array.Find(Powers, p => ComparedRow.IsNear(times, p, limits["band"])) is not (> 0 and var power)) continue;
                var place = subject.Values.Place(row.Item.Code, "CUR");
                var factor = row.Ratio >= 1 ? power.ToString(CultureInfo.InvariantCulture) : $"1/{power.ToString(CultureInfo.InvariantCulture)}";
                findings.Add(findings.Word(
                    subject.Catalogue.Rule(Rule), place, ("项目", place.Label), ("倍", factor), ("多少", row.Ratio >= 1 ? "多" : "少")) with
                {
                    Cause = new Cause(CauseKind.Digits, $"{place.Label}疑似{(row.Ratio >= 1 ? "多" : "少")}打了位数"),
                });
            }
        }
    }
}
