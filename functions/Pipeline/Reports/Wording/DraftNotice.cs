using System.Globalization;
using Pipeline.Catalogue;

namespace Pipeline.Reports.Wording;

/// <summary>What a draft says of itself, on its first page and above every page. Not in the template: no wording may lose it.</summary>
internal static class DraftNotice
{
    /// <summary>The line above every page.</summary>
    public static string Header(ReportSubject subject) =>
        Missing(subject) is { Count: > 0 } names ? $"草稿（缺报：{string.Join("、", names)}）" : "草稿";

    /// <summary>The paragraphs above the title.</summary>
    public static IEnumerable<Paragraph> Paragraphs(ReportSubject subject)
    {
        var names = Missing(subject);
        var missing = names.Count == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $"尚缺{names.Count}个单位的报表（{string.Join("、", names)}），全省数据不完整，");
        yield return new Paragraph(TextRole.Draft, $"草稿：{missing}仅供核对，不得作为正式报告使用。");
        foreach (var finding in subject.Year.Findings.Where(f => f.Severity == Severity.Error))
            yield return new Paragraph(TextRole.Draft, $"未通过的跨单位审核：{finding.Message}");
        foreach (var sum in subject.Figures.Unmet) yield return new Paragraph(TextRole.Draft, $"打印数或评分不符：{sum}");
    }

    private static List<string> Missing(ReportSubject subject) =>
        [.. subject.Year.Snapshot.Missing.Select(code => subject.Catalogue.FindUnit(code)?.Name ?? code)];
}
