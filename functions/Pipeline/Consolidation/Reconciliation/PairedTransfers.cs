using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Rules.Causes;

namespace Pipeline.Consolidation.Reconciliation;

/// <summary>What a prefecture and 省本级 booked of the same transfers differs. Told to both, each at its own cell.</summary>
/// <param name="rule">R-T-03 for 上解, R-T-04 for 补助.</param>
/// <param name="upward">Which of the two.</param>
internal abstract class PairedTransfers(string rule, bool upward) : IYearJudgement
{
    // Money sent in the last days of a year may arrive in the next.
    private static readonly (int Month, int Day) LastDays = (12, 25);

    public string Rule => rule;

    public IEnumerable<Finding> Judge(YearSubject year) =>
        year.Transfers.Where(p => p.Upward == upward && p.OwnTotal != p.ProvincialTotal).SelectMany(p => Tell(year, p));

    private IEnumerable<Finding> Tell(YearSubject year, TransferPair pair)
    {
        var centre = year.Catalogue.ProvincialUnit.Code;
        var match = pair.Match;
        (string, string)[] named =
        [
            ("单位", year.Name(pair.Unit)), ("基金", pair.Fund == "EI" ? "企保" : "工伤"), ("值", Yuan(pair.OwnTotal)), ("省值", Yuan(pair.ProvincialTotal)),
            ("差", Yuan(Math.Abs(pair.OwnTotal - pair.ProvincialTotal))),
        ];
        yield return Side(year, pair.Unit, pair.OwnItem, match.Differing.Select(d => (d.Own, d.Other)).ToList(), match.OwnOnly, "省本级", named);
        yield return Side(year, centre, pair.ProvincialItem, match.Differing.Select(d => (d.Other, d.Own)).ToList(), match.OtherOnly, year.Name(pair.Unit), named);
    }

    /// <summary>The finding of one side: at the line that says otherwise, else at the line the other side lacks, else at the sum that lacks a line.</summary>
    private Finding Side(
        YearSubject year, string unit, string item, List<(TransferLine Mine, TransferLine Theirs)> differing, IReadOnlyList<TransferLine> mineOnly, string peer,
        (string, string)[] named)
    {
        var values = year.Values(unit)!;
        if (differing.Count > 0)
        {
            var (mine, theirs) = differing[0];
            var place = values.LinePlace(mine.Line, "AMOUNT");
            return year.Tell(Rule, unit, place, named) with
            {
                Reported = Yuan(mine.Amount), Expected = Yuan(theirs.Amount), Difference = Yuan(Math.Abs(mine.Amount - theirs.Amount)),
                Cause = CauseFinder.Find(new Discrepancy(mine.Amount, theirs.Amount, Measure.Money, item, "CUR"), new CauseContext { Number = (_, _) => null, Place = (_, _) => place }),
            };
        }

        if (mineOnly.Count > 0)
        {
            var late = mineOnly.FirstOrDefault(IsLate);
            var line = late ?? mineOnly[0];
            return year.Tell(Rule, unit, values.LinePlace(line.Line, "AMOUNT"), named) with
            {
                Reported = Yuan(line.Amount), Expected = "", Difference = Yuan(Math.Abs(line.Amount)),
                Cause = late is null ? null : new Cause(CauseKind.InTransit, string.Create(CultureInfo.InvariantCulture, $"{late.Date:yyyy-MM-dd}的{Yuan(late.Amount)}元可能年末在途，{peer}次年才入账")),
            };
        }

        return year.Tell(Rule, unit, values.Place(item, "CUR"), named) with { Cause = new Cause(CauseKind.Omitted, $"可能漏登一笔，{peer}已有登记") };
    }

    private static bool IsLate(TransferLine line) => line.Date is { } date && (date.Month, date.Day).CompareTo(LastDays) >= 0;

    private static string Yuan(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}

/// <summary>上解: from the prefecture up.</summary>
internal sealed class UpwardTransfers() : PairedTransfers("R-T-03", upward: true);

/// <summary>补助: from 省本级 down.</summary>
internal sealed class DownwardTransfers() : PairedTransfers("R-T-04", upward: false);
