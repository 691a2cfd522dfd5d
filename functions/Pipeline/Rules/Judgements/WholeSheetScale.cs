using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>A sheet filled in 万元 or 亿元: its amounts are in the middle a ten-thousandth of last year's.</summary>
internal sealed class WholeSheetScale : IJudgement
{
    private static readonly (decimal Factor, string Unit, string Times)[] Scales = [(10_000m, "万元（万人）", "1/10000"), (100_000_000m, "亿元", "1/100000000")];

    public string Rule => "R-U-01";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var limits = subject.Catalogue.Rule(Rule).Parameters;
        foreach (var (form, rows) in ComparedRow.Of(subject).Where(f => f.Rows.Count >= limits["least"]))
        {
            var median = ComparedRow.Median(rows);
            foreach (var (factor, unit, times) in Scales.Where(s => ComparedRow.IsNear(median * s.Factor, 1, limits["band"])))
                {
                findings.Add(findings.Word(subject.Catalogue.Rule(Rule), Place.OfSheet(form.Sheet), ("倍数", times), ("单位", unit)) with
                {
                    Cause = new Cause(CauseKind.UnitScale, $"整表疑似以{unit}填报"),
                });
            }
        }
    }
}
