using Pipeline.Catalogue;
using Pipeline.Figures;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Comparison;

/// <summary>附录 as blocks: the charts on upright pages, the table of the units on a page on its side.</summary>
internal static class ComparisonSections
{
    /// <summary>The appendix; nothing while it is switched off.</summary>
    public static IEnumerable<Section> Of(ReportSubject subject)
    {
        var appendix = subject.Catalogue.Comparison;
        if (!appendix.Enabled) yield break;
        var units = UnitComparison.Reported(subject.Catalogue, subject.Year).ToList();
        yield return new Section(Landscape: false, [.. Charts(appendix, subject, units)]);
        yield return new Section(Landscape: true, [.. UnitTable.Blocks(appendix, subject, units)]);
    }

    private static IEnumerable<Block> Charts(ComparisonAppendix appendix, ReportSubject subject, List<Unit> units)
    {
        yield return new Paragraph(TextRole.AnnexMark, ComparisonAppendix.Mark);
        yield return new Paragraph(TextRole.AnnexTitle, appendix.Title);
        foreach (var budget in appendix.Budgets) yield return BudgetChart.Of(budget, subject);
        foreach (var share in appendix.Shares) yield return ShareChart.Of(share, subject, units);
        yield return new Paragraph(TextRole.AnnexFoot, $"注：预算与决算图的数据和口径同附件中的基金预算支出情况表（企保为合并口径，工伤为汇总口径，含上下级往来）；比重为各单位占已报单位合计的比重。{Missing(subject)}");
    }

    /// <summary>Who is not in the pictures.</summary>
    public static string Missing(ReportSubject subject) => subject.Year.Snapshot.Missing is { Count: > 0 } missing
        ? $"未含缺报单位：{string.Join("、", missing.Select(code => subject.Catalogue.FindUnit(code)?.Name ?? code))}。"
        : "";
}
