using System.Text.RegularExpressions;
using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>A number somebody typed into the text is bound to nothing, and nobody will change it with the data.</summary>
internal sealed partial class FreeNumbers : IProof
{
    public string Rule => "R-G-06";

    public void Check(PrintedReport report, FindingList findings)
    {
        var narrative = report.Subject.Year.Snapshot.Units.Where(u => u.Unit == report.Subject.Catalogue.ProvincialUnit.Code)
            .SelectMany(u => u.Return.Lines).Where(l => l.Form == "S10");
        var letter = report.Subject.Catalogue.Form("S10").Register!.Columns.First(c => c.Code == "TEXT").Letter;
        foreach (var line in narrative)
        {
            foreach (Match number in Typed().Matches(Bound().Replace(line.Values.GetValueOrDefault("TEXT", ""), "")))
                findings.Add(Rule, Place.OfCell(line.Sheet, $"{letter}{line.Row}"), ("值", number.Value));
        }
    }

    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex Bound();

    // Dates, document numbers and ordinals are names, not amounts.
    [GeneratedRegex(@"(?<![\d.〔第\[])\d+(\.\d+)?(?![\d.]|年|月|日|号|〕|\]|届|[.、]\D)%?")]
    private static partial Regex Typed();
}
