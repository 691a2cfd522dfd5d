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
            .Where(m => m.Unit is not null && Number(m.series, m.Unit) is not null).ToList();
        var told = most.Select(m => $"{m.series.Caption}占比最高的是{m.Unit!.Name}，为{subject.Figures.Figures[m.series.Figure(m.Unit.Code)].Text}").ToList();
        // Short enough for one line where all say the same.
        var message = most.Select(m => m.Unit).Distinct().Count() == 1
            ? $"：均为{most[0].Unit!.Name}最高"
            : string.Concat(most.Select((m, index) => $"{(index == 0 ? "：" : "，")}{m.series.Caption}{m.Unit!.Name}最高"));
        return new Chart(
            string.Join("_", share.Series.Select(s => s.Id)), $"{share.Title}{message}（%）", $"{share.Title}：{(told.Count > 0 ? string.Join("；", told) : "尚无单位报数")}。", [.. ordered.Select(u => u.Name)],
            [.. share.Series.Select(series => new ChartSeries(
                series.Caption + "占比", [.. ordered.Select(u => new ChartValue(series.Figure(u.Code), Number(series, u)))]))]);
    }
}
