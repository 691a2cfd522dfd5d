using Pipeline.Catalogue;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Comparison;

/// <summary>The units' shares, the largest first.</summary>
internal static class ShareChart
{
    /// <param name="share">What is shared.</param>
    /// <param name="subject">The report.</param>
    /// <param name="units">The units that have reported.</param>
    public static Chart Of(ShareComparison share, ReportSubject subject, IReadOnlyList<Unit> units)
    {
        decimal? Number(SharedAmount series, Unit unit) => ChartNumbers.Of(subject.Figures.Figures[series.Figure(unit.Code)]);
        var ordered = units.OrderByDescending(u => Number(share.Series[0], u) ?? 0).ToList();
        var most = share.Series.Select(series => (series, Unit: ordered.MaxBy(u => Number(series, u) ?? 0)))
            .Where(m => m.Unit is not null && Number(m.series, m.Unit) is not null)
            .Select(m => $"{m.series.Caption}占比最高的是{m.Unit!.Name}，为{subject.Figures.Figures[m.series.Figure(m.Unit.Code)].Text}").ToList();
        return new Chart(
            $"{share.Title}（%）", $"{share.Title}：{(most.Count > 0 ? string.Join("；", most) : "尚无单位报数")}。", [.. ordered.Select(u => u.Name)],
            [.. share.Series.Select(series => new ChartSeries(
                series.Caption + "占比", [.. ordered.Select(u => new ChartValue(series.Figure(u.Code), Number(series, u)))]))]);
    }
}
