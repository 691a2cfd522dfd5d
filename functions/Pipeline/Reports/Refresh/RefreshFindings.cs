using Pipeline.Catalogue;
using Pipeline.Reports.Proof;
using Pipeline.Reports.Wording;
using Pipeline.Returns;

namespace Pipeline.Reports.Refresh;

/// <summary>What there is to say of an edited document beyond the proof that every report gets.</summary>
internal static class RefreshFindings
{
    private const string Slot = "R-G-01";

    /// <summary>Figures whose controls are gone, typed numbers that contradict the data, a 草稿 that is none.</summary>
    public static void Add(FindingList findings, PrintedReport report, IReadOnlyList<FigureChange> changes, Origin origin, ReportSubject subject)
    {
        foreach (var contradiction in new TypedContradictions(report, changes).Find()) findings.Add(contradiction);
        var lost = LostFigures.Of(report).ToList();
        foreach (var section in lost.GroupBy(id => subject.Figures.Figures[id].Section))
        {
            var names = string.Join("、", section.Select(id => $"{id} {subject.Figures.Figures[id].Label}"));
            findings.Add(Say(subject, section.Key, string.Join("、", section), $"文件中没有这些数字的控件（已被删除，或文件生成后新增），未能刷新：{names}。如需要，请从新生成的报告中复制回来。"));
        }

        if (subject.Draft != origin.Draft && origin.Year is not null)
            findings.Add(Say(subject, "", "", subject.Draft
                ? "现有数据不完整或有未通过的审核，按此数据生成的报告是草稿，而本文件没有草稿标记，不得作为正式报告使用。"
                : "本文件由草稿改成，仍带草稿标记；现有数据已完整，请改用新生成的报告，或删去草稿标记。"));
        if (origin.Year is null)
            findings.Add(Say(subject, "", "", "文件中没有数据来源部分，无法核对它属于哪一年度；请确认它是本系统生成的报告。"));
    }

    /// <summary>A control in a header or note that names no figure.</summary>
    public static void UnknownTag(FindingList findings, WordControl control, string part) =>
        findings.Add(Slot, Place.OfSheet(Where(part)), ("节", Where(part)), ("图号", control.Tag), (FindingSentence.Name, Sentence(control)));

    /// <summary>A control of a figure that holds a picture, a break or another control.</summary>
    public static void Left(FindingList findings, ReportSubject subject, WordControl control) => findings.Add(
        Say(subject, subject.Figures.Figures[control.Tag].Section, control.Tag,
            $"图号“{control.Tag}”（{subject.Figures.Figures[control.Tag].Label}）的控件中没有文字，或另有图片、换行等内容，未能刷新，请从新生成的报告中复制该控件。", Sentence(control)));

    /// <summary>A chart that shows what is no longer so: it is the staff's to format, so it is named and not redrawn.</summary>
    public static void Stale(FindingList findings, ReportSubject subject, Chart chart) => findings.Add(
        Say(subject, ComparisonAppendix.Mark, "", $"图“{chart.Title}”中的数据不是现行数据，图不随文字刷新；请从新生成的报告中复制该图替换。"));

    private static Finding Say(ReportSubject subject, string section, string id, string message, string sentence = "")
    {
        var worded = new FindingList(subject.Catalogue).Word(
            subject.Catalogue.Rule(Slot), section.Length == 0 ? Place.File : Place.OfSheet(section), ("节", section), ("图号", id), (FindingSentence.Name, sentence));
        return worded with { Severity = Severity.Warning, Message = section.Length == 0 ? $"【{Slot}】{message}" : $"【{Slot}】{section}：{message}" };
    }

    private static string Sentence(WordControl control) => control.Place is { } place ? place.Line.SentenceAt(place.At) : "";

    private static string Where(string part) =>
        part.Contains("header", StringComparison.OrdinalIgnoreCase) ? "页眉" : part.Contains("footer", StringComparison.OrdinalIgnoreCase) ? "页脚" : "注释";
}
