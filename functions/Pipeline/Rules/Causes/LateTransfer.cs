using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>The difference is one transfer, or all of them, sent in the last days of the year and not yet booked by the other side.</summary>
internal sealed class LateTransfer : IDetector
{
    private const int FirstLateDay = 25;

    public Cause? Detect(Discrepancy discrepancy, CauseContext context)
    {
        var late = context.Unmatched.Where(v => v.Date is { Month: 12, Day: >= FirstLateDay }).ToList();
        var difference = Math.Abs(discrepancy.Difference);
        var single = late.Where(v => v.Amount == difference).ToList();
        var sent = single.Count == 1 ? single : late.Sum(v => v.Amount) == difference ? late : [];
        return sent.Count == 0
            ? null
            : new Cause(CauseKind.InTransit, $"可能为年末在途资金：{string.Join("、", sent.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Date:MM-dd} 凭证 {v.Number} {SuspectCells.Print(v.Amount, discrepancy.Measure)}")))}，对方尚未入账");
    }
}
