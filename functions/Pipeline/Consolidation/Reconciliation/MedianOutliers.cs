using System.Globalization;
using Pipeline.Catalogue.Expressions;
using Pipeline.Returns;

namespace Pipeline.Consolidation.Reconciliation;

/// <summary>A measure per head far from what the other prefectures report: beyond the median ± so many median absolute deviations.</summary>
/// <remarks>Units that all but agree are not told apart by their last digits. The measures are the left sides of the rule's conditions, each named by its item.</remarks>
internal sealed class MedianOutliers : IYearJudgement
{
    public string Rule => "R-R-08";

    public IEnumerable<Finding> Judge(YearSubject year)
    {
        var rule = year.Catalogue.Rule(Rule);
        var (least, times, floor) = (rule.Parameters["least"], rule.Parameters["times"], rule.Parameters["floor"]);
        foreach (var condition in rule.Conditions)
        {
            var measured = year.Prefectures.Select(unit => (Unit: unit, Value: condition.Left.Evaluate(year.Values(unit)!.From(condition.Column, null, missingIsZero: false))))
                .Where(m => m.Value is not null).Select(m => (m.Unit, Value: m.Value!.Value)).ToList();
            if (measured.Count < least) continue;
            var spread = MedianSpread.Of(measured.Select(m => m.Value));
            foreach (var (unit, value) in measured.Where(m => spread.IsFar(m.Value, times, floor)))
            {
                var place = year.Values(unit)!.Place(condition.At, condition.Column!);
                yield return year.Tell(Rule, unit, place, ("指标", place.Label + "人均数"), ("值", Print(value)), ("中位数", Print(spread.Median))) with
                {
                    Reported = Print(value), Expected = Print(spread.Median), Difference = Print(Math.Abs(value - spread.Median)),
                };
            }
        }
    }

    private static string Print(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
