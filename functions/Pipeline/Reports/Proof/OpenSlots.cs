using System.Text.RegularExpressions;
using Pipeline.Figures;
using Pipeline.Reports.Wording;
using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>Every place of a figure has its number, and no placeholder is left.</summary>
internal sealed partial class OpenSlots : IProof
{
    public string Rule => "R-G-01";

    public void Check(PrintedReport report, FindingList findings)
    {
        var figures = report.Subject.Figures.Figures;
        var open = report.Figures.Where(f => f.Part != FigurePart.Unit && PrintedReport.Number(f.Text) is null && IsOpen(report, f));
        foreach (var place in open.DistinctBy(f => f.Id))
            PrintedReport.Find(findings, Rule, place.Line, place.At, ("节", figures[place.Id].Section), ("图号", place.Id));
        foreach (var line in report.Lines)
        {
            foreach (Match left in Placeholder().Matches(line.Text))
                PrintedReport.Find(findings, Rule, line, left.Index, ("节", line.Section.Length > 0 ? line.Section : "正文"), ("图号", left.Value));
            foreach (var slot in line.Slots.Where(s => !report.IsFigure(s.Tag)))
                PrintedReport.Find(findings, Rule, line, slot.At, ("节", line.Section), ("图号", slot.Tag));
        }
    }

    // A growth over nothing prints — and is no open place.
    private static bool IsOpen(PrintedReport report, FigurePlace place) =>
        report.Subject.Figures.Figures[place.Id] is { Raw: null, Text: FigurePrinter.Missing }
            ? report.Subject.Catalogue.Figures.FirstOrDefault(f => f.Id == place.Id) is { Kind: Catalogue.FigureKind.Amount }
            : place.Text.Trim().Length == 0;

    [GeneratedRegex(@"\{\{.*?\}\}|\{[%#].*?[%#]\}|〔无此图号：.*?〕|〔此处缺文字材料：.*?〕")]
    private static partial Regex Placeholder();
}
