using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>Several amounts in a row in whole 万元 were probably estimated.</summary>
internal sealed class RoundAmounts : IJudgement
{
    public string Rule => "R-R-15";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var limits = subject.Catalogue.Rule(Rule).Parameters;
        foreach (var form in subject.Catalogue.FormsOf(subject.Kind))
        {
            var run = new List<Place>();
            foreach (var item in form.Items.Where(i => i.Formula is null && i.Measure == Measure.Money))
            {
                var amount = subject.Values.Number(item.Code, "CUR");
                // A zero neither is round nor ends a row of round amounts.
                if (amount is null or 0) continue;
                if (amount % limits["step"] == 0) run.Add(subject.Values.Place(item.Code, "CUR"));
                else Tell(run);
            }

            Tell(run);
        }

        void Tell(List<Place> run)
        {
            if (run.Count >= limits["least"])
            {
                findings.Add(findings.Word(subject.Catalogue.Rule(Rule), run[0], ("个数", run.Count.ToString(CultureInfo.InvariantCulture))) with
                {
                    Cells = [.. run.Skip(1).Select(p => $"{p.Sheet}!{p.Cell}")],
                });
            }

            run.Clear();
        }
    }
}
