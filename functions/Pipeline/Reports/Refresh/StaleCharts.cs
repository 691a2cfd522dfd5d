using System.Xml;
using System.Xml.Linq;
using Pipeline.Reports.Comparison;
using Pipeline.Reports.Proof;
using Pipeline.Reports.Word.Charts;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Refresh;

/// <summary>Charts of the appendix that an edited document still shows with other numbers or names than those in force.</summary>
/// <remarks>A chart is known by the sheet its formulas name, whatever Word or the staff made of its looks; one whose formulas name no chart of the report is theirs.</remarks>
internal static class StaleCharts
{
    private static readonly XNamespace C = ChartXml.Namespace;

    /// <summary>The charts in force of which the document shows another state.</summary>
    public static IEnumerable<Chart> In(DocxPackage package, ReportSubject subject)
    {
        var charts = ComparisonSections.Of(subject).SelectMany(s => s.Blocks).OfType<Chart>().ToDictionary(c => c.Id);
        foreach (var part in package.ChartParts)
        {
            var shown = Cells(Root(package, part));
            var id = shown.Keys.Select(Sheet).FirstOrDefault(charts.ContainsKey);
            if (id is not null && !Same(shown, Cells(new ChartXml(subject.Catalogue.Style).Of(charts[id])))) yield return charts[id];
        }
    }

    private static XElement Root(DocxPackage package, string part)
    {
        try
        {
            using var xml = XmlReader.Create(new StringReader(package.Text(part).Xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(xml);
        }
        catch (XmlException fault)
        {
            throw DocumentRefusedException.Damaged(fault);
        }
    }

    /// <summary>What stands in the cells a chart is drawn from, as it keeps them itself: by formula, each with its place in the range.</summary>
    private static Dictionary<string, List<string>> Cells(XElement chart) => chart.Descendants()
        .Where(e => e.Name == C + "strRef" || e.Name == C + "numRef").GroupBy(e => e.Element(C + "f")?.Value ?? "")
        .ToDictionary(g => g.Key, g => g.First().Descendants(C + "pt").Select(p => $"{p.Attribute("idx")?.Value}={p.Element(C + "v")?.Value}").ToList());

    private static bool Same(Dictionary<string, List<string>> shown, Dictionary<string, List<string>> meant) =>
        meant.All(m => shown.TryGetValue(m.Key, out var cells) && cells.SequenceEqual(m.Value));

    private static string Sheet(string formula) => formula.Split('!')[0].Trim('\'');
}
