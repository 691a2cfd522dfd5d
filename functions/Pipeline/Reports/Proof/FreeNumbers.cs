using System.Text.RegularExpressions;
using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>A number somebody typed into the text is bound to nothing, and nobody will change it with the data.</summary>
internal sealed partial class FreeNumbers : IProof
{
    public string Rule => "R-G-06";

    public void Check(PrintedReport report, FindingList findings)
    {
        var written = Written(report.Subject).ToLookup(w => w.Text, w => w.Place);
        foreach (var typed in In(report))
        {
            // The clerk can mend it where it was typed, if that is in the return.
            var place = written[typed.Line.Skeleton(report.IsFigure).Trim()].FirstOrDefault() ?? Place.OfSheet(typed.Line.Section);
            findings.Add(Rule, place, ("值", typed.Text), (FindingSentence.Name, typed.Line.SentenceAt(typed.At)));
        }
    }

    /// <summary>Every typed number but those of the wording that the catalogue owns.</summary>
    public static IEnumerable<TypedNumber> In(PrintedReport report)
    {
        var written = Written(report.Subject).Select(w => w.Text).ToHashSet();
        var owned = new OwnWording(report.Subject, written);
        return report.Lines.SelectMany(line => TypedNumber.In(line, report.IsFigure)).Where(typed => !owned.Holds(typed));
    }

    /// <summary>What 省本级 wrote, without its figures, and the cell it wrote it in.</summary>
    private static IEnumerable<(string Text, Place Place)> Written(ReportSubject subject)
    {
        var letter = subject.Catalogue.Form("S10").Register!.Columns.First(c => c.Code == "TEXT").Letter;
        return from unit in subject.Year.Snapshot.Units
               where unit.Unit == subject.Catalogue.ProvincialUnit.Code
               from line in unit.Return.Lines
               where line.Form == "S10"
               from paragraph in line.Values.GetValueOrDefault("TEXT", "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
               select (Blanks().Replace(Bound().Replace(paragraph, PrintedLine.Blank.ToString()), PrintedLine.Blank.ToString()), Place.OfCell(line.Sheet, $"{letter}{line.Row}"));
    }

    [GeneratedRegex(@"\{\{[^{}]*\}\}")]
    private static partial Regex Bound();

    [GeneratedRegex("\uFFFC+")]
    private static partial Regex Blanks();
}
