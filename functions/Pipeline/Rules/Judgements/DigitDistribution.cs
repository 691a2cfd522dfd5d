using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>Benford: real amounts begin with 1 more often than with 9, and no pair of last digits prevails.</summary>
internal sealed class DigitDistribution : IJudgement
{
    // log10(1 + 1/d), a share, not money.
    private static readonly decimal[] Shares = [0.30103m, 0.17609m, 0.12494m, 0.09691m, 0.07918m, 0.06695m, 0.05799m, 0.05115m, 0.04576m];

    public string Rule => "R-R-14";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var limits = subject.Catalogue.Rule(Rule).Parameters;
        var amounts = subject.Values.Lines("S05")
            .Select(l => decimal.TryParse(l.Values.GetValueOrDefault("AMOUNT"), NumberStyles.Number, CultureInfo.InvariantCulture, out var a) ? Math.Abs(a) : 0)
            .Where(a => a > 0).ToList();
        if (amounts.Count < limits["least"]) return;
        var (distance, endings) = (Distance(amounts), amounts.GroupBy(a => a * 100 % 100).Max(g => (decimal)g.Count()) / amounts.Count);
        // Round amounts end in 00 for good reasons, so only what prevails far beyond chance is told.
        if (distance <= limits["chi"] && endings <= limits["ending"]) return;
        findings.Add(Rule, subject.Values.FormPlace("S05", "AMOUNT"), ("笔数", amounts.Count.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>χ² of the first digits against Benford's shares, eight degrees of freedom.</summary>
    private static decimal Distance(List<decimal> amounts)
    {
        var counts = new int[9];
        foreach (var amount in amounts) counts[First(amount) - 1]++;
        return Shares.Zip(counts, (share, count) => (count - (share * amounts.Count)) * (count - (share * amounts.Count)) / (share * amounts.Count)).Sum();
    }

    private static int First(decimal amount)
    {
        while (amount >= 10) amount /= 10;
        while (amount < 1) amount *= 10;
        return (int)amount;
    }
}
