using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Consolidation.Reconciliation;

/// <summary>未达账项: vouchers that only one side has booked, whether or not the sums agree.</summary>
internal sealed class OpenVouchers : IYearJudgement
{
    public string Rule => "R-T-05";

    public IEnumerable<Finding> Judge(YearSubject year)
    {
        var centre = year.Catalogue.ProvincialUnit.Code;
        foreach (var pair in year.Transfers)
        {
            foreach (var line in pair.Match.OwnOnly) yield return Tell(year, pair.Unit, line, "省本级");
            foreach (var line in pair.Match.OtherOnly) yield return Tell(year, centre, line, year.Name(pair.Unit));
        }
    }

    private Finding Tell(YearSubject year, string unit, TransferLine line, string peer) => year.Tell(
        Rule, unit, year.Values(unit)!.LinePlace(line.Line, "AMOUNT"),
        ("凭证", line.Voucher.Length > 0 ? line.Voucher : "（无凭证号）"), ("日期", line.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "（无日期）"),
        ("金额", line.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture)), ("对方", peer));
}
