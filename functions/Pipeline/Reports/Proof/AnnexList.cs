using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>附件说明 names the annexes that follow, in their order and by their titles; and they are the annexes of the year.</summary>
internal sealed partial class AnnexList : IProof
{
    public string Rule => "R-G-07";

    public void Check(PrintedReport report, FindingList findings)
    {
        var lines = report.Lines;
        var first = lines.Index().Where(l => l.Item.Text.StartsWith("附件：", StringComparison.Ordinal)).Select(l => l.Index).FirstOrDefault(-1);
        // Entries of other lines are numbered as well; the list ends where its numbers do.
        List<string> named = first < 0 ? [] : [.. lines.Skip(first).Select(l => l.Text.Trim().Replace("附件：", "", StringComparison.Ordinal)).TakeWhile(l => Numbered().IsMatch(l)).Select(Plain)];
        List<string> present = [.. lines.Index().Where(l => !l.Item.IsRow && Sections.AnnexMark().IsMatch(l.Item.Text.Trim()))
            .Select(l => Plain($"{Sections.AnnexMark().Match(l.Item.Text.Trim()).Groups[1].Value}.{(l.Index + 1 < lines.Count ? lines[l.Index + 1].Text : "")}"))];
        List<string> meant = [.. report.Subject.Catalogue.Annexes.Select(a => Plain(string.Create(CultureInfo.InvariantCulture, $"{a.Number}.{a.Title}")))];
        if (named.SequenceEqual(present) && present.SequenceEqual(meant)) return;

        var wrong = named.Except(present).Concat(present.Except(meant)).Concat(meant.Except(present)).FirstOrDefault() ?? named.FirstOrDefault("");
        var at = lines.FirstOrDefault(l => l.Text.Length > 0 && wrong.Length > 0 && Plain(l.Text).Contains(Numbered().Replace(wrong, ""), StringComparison.Ordinal));
        var announced = at ?? (first < 0 ? null : lines[first]);
        if (announced is null) findings.Add(Rule, Place.File, (FindingSentence.Name, wrong));
        else PrintedReport.Find(findings, Rule, announced, 0, ("附件", wrong));
    }

    private static string Plain(string text) => Spaces().Replace(text, "");

    [GeneratedRegex(@"^\d+[.．]")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
