using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>Two digits swapped: a sum is off by 9, 18, … 72, with any zeros behind. Told beside the sum's own finding.</summary>
internal sealed class TransposedDigits : IJudgement
{
    private const decimal Largest = 72;

    public string Rule => "R-U-08";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        // A bound that is crossed says nothing about by how much the amount is wrong.
        var sums = findings.All.Where(f => f is { Severity: Severity.Error, Item.Length: > 0, Difference: not null }
            && f.Rule[2] is 'A' or 'T' && !f.Formula.Contains('≤') && !f.Formula.Contains('≥')).ToList();
        foreach (var sum in sums)
        {
            if (!decimal.TryParse(sum.Difference, NumberStyles.Number, CultureInfo.InvariantCulture, out var difference) || !IsSwap(difference)) continue;
            findings.Add(findings.Word(subject.Catalogue.Rule(Rule), new Place(sum.Sheet, sum.Cell, sum.Item, sum.Label), ("差", sum.Difference!)) with { Cells = sum.Cells });
        }
    }

    private static bool IsSwap(decimal difference)
    {
        var digits = Math.Abs(difference) * 100;
        while (digits >= 10 && digits % 10 == 0) digits /= 10;
        return digits is > 0 and <= Largest && digits % 9 == 0;
    }
}
