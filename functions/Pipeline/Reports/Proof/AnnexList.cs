using System.Text.RegularExpressions;
using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>附件说明 names the annexes that follow, in their order and by their titles.</summary>
internal sealed partial class AnnexList : IProof
{
    public string Rule => "R-G-07";

    public void Check(PrintedReport report, FindingList findings)
    {
        var lines = report.Lines.Select(l => l.Text).ToList();
        var present = lines.Select((line, i) => (Mark: Mark().Match(line), Next: i + 1)).Where(m => m.Mark.Success && m.Next < lines.Count)
            .Select(m => $"{m.Mark.Groups[1].Value}.{lines[m.Next]}").ToList();
        var first = lines.FindIndex(l => l.StartsWith("附件：", StringComparison.Ordinal));
        var named = first < 0 ? [] : lines.Skip(first).TakeWhile(l => !Mark().IsMatch(l)).Select(l => l.Replace("附件：", "", StringComparison.Ordinal)).ToList();
        if (!named.SequenceEqual(present)) findings.Add(Rule, Place.File);
    }

    [GeneratedRegex(@"^附件(\d+)$")]
    private static partial Regex Mark();
}
