using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules;

/// <summary>R-G-01, asked while the clerk can still mend it: every <c>{{figure}}</c> in the narrative is a figure there is.</summary>
internal static partial class NarrativeReferences
{
    private const string Form = "S10";

    public static void Check(YearCatalogue catalogue, Return subject, FindingList findings)
    {
        var known = catalogue.Figures.Select(f => f.Id).ToHashSet();
        foreach (var line in subject.Lines.Where(l => l.Form == Form))
        {
            var unknown = Placeholder().Matches(line.Values.GetValueOrDefault("TEXT", "")).Select(m => m.Groups[1].Value.Trim())
                .Where(id => !known.Contains(id.Split(':')[0])).Distinct();
            var column = catalogue.Form(Form).Register!.Columns.First(c => c.Code == "TEXT");
            foreach (var id in unknown)
                findings.Add("R-G-01", Place.OfCell(line.Sheet, $"{column.Letter}{line.Row}", column.Caption), ("节", line.Values.GetValueOrDefault("SECTION", "")), ("图号", id));
        }
    }

    [GeneratedRegex(@"\{\{(.*?)\}\}")]
    private static partial Regex Placeholder();
}
