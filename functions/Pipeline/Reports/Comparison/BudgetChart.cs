using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Figures;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Comparison;

/// <summary>调整后预算数 beside 决算数, as the annex prints them.</summary>
internal static partial class BudgetChart
{
    private const string Budget = "B1";
    private const string Actual = "CUR";

    public static Chart Of(BudgetComparison budget, ReportSubject subject)
    {
        var figures = subject.Figures.Figures;
        ChartSeries Series(string name, string column) => new(
            name, [.. budget.Items.Select(item => budget.Figure(item, column)).Select(id => new ChartValue(id, ChartNumbers.Of(figures[id])))]);
        var measure = subject.Catalogue.Annexes.First(a => a.Number == budget.Annex).Measure;
        return new Chart(
            budget.Total, $"{budget.Title}{Message(budget, figures)}（{measure}）", Describe(budget, subject), [.. budget.Items.Select(item => Name(subject, item))],
            [Series("调整后预算数", Budget), Series("决算数", Actual)]);
    }

    private static string Message(BudgetComparison budget, IReadOnlyDictionary<string, PrintedFigure> figures) =>
        figures[budget.Figure(budget.Total, "RATE")] is var rate && ChartNumbers.Of(rate) is not null ? $"：决算为预算的{rate.Text}" : "";

    private static string Describe(BudgetComparison budget, ReportSubject subject)
    {
        var figures = subject.Figures.Figures;
        PrintedFigure Total(string column) => figures[budget.Figure(budget.Total, column)];
        string Print(string item, string column) => figures[budget.Figure(item, column)] is var f ? f.Text + f.Unit : "";
        if (ChartNumbers.Of(Total(Actual)) is null || ChartNumbers.Of(Total(Budget)) is null) return $"{budget.Title}：合计数缺报。";
        // What stands out is the item that missed its budget by most.
        var apart = budget.Items.MaxBy(item => Math.Abs((ChartNumbers.Of(figures[budget.Figure(item, Actual)]) ?? 0) - (ChartNumbers.Of(figures[budget.Figure(item, Budget)]) ?? 0)))!;
        return $"{budget.Title}：合计决算数{Print(budget.Total, Actual)}，调整后预算数{Print(budget.Total, Budget)}，决算为预算的{Total("RATE").Text}，"
            + $"其中与预算相差最大的是{Name(subject, apart)}，决算数{Print(apart, Actual)}，预算数{Print(apart, Budget)}。";
    }

    private static string Name(ReportSubject subject, string item) => Number().Replace(subject.Catalogue.Item(item).Label, "");

    // 1.利息收入, （二）上级补助收入: numbers of a list that is not here.
    [GeneratedRegex(@"^[　\s]*([0-9]+[.．]|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)")]
    private static partial Regex Number();
}
