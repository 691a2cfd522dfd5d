using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>One item in another unit than the rest of its sheet: 10⁴ or 10⁸ away from last year and from the budget alike.</summary>
internal sealed class SingleItemScale : IJudgement
{
    private static readonly decimal[] Scales = [10_000m, 100_000_000m, 0.000_1m, 0.000_000_01m];

    public string Rule => "R-U-02";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var limits = subject.Catalogue.Rule(Rule).Parameters;
        foreach (var (form, rows) in ComparedRow.Of(subject))
        {
            if (findings.All.Any(f => f.Rule == "R-U-01" && f.Sheet == form.Sheet)) continue;
            foreach (var row in rows)
            {
                var others = rows.Where(r => r != row).ToList();
                if (others.Count == 0 || !ComparedRow.IsNear(ComparedRow.Median(others), 1, limits["normal"])) continue;
                if (Array.Find(Scales, s => Fits(row, s, limits["band"])) is not (> 0 and var scale)) continue;
                var (said, meant) = (AmountReader.Print(row.Current, row.Item.Measure), AmountReader.Print(row.Current * scale, row.Item.Measure));
                var place = subject.Values.Place(row.Item.Code, "CUR");
                findings.Add(findings.Word(subject.Catalogue.Rule(Rule), place, ("项目", place.Label), ("值", said), ("建议", meant)) with
                {
                    Reported = said,
                    Expected = meant,
                    Cause = new Cause(CauseKind.UnitScale, $"{place.Label}疑似未按{(row.Item.Measure == Measure.Money ? "元" : "规定单位")}填报"),
                });
            }
        }
    }

    // Where the form has a budget it must say the same: a program that starts or ends changes one of the two only.
    private static bool Fits(ComparedRow row, decimal scale, decimal band) =>
        ComparedRow.IsNear(row.Ratio * scale, 1, band)
        && (row.Budget is not { } budget || (budget > 0 && ComparedRow.IsNear(row.Current / budget * scale, 1, band)));
}
