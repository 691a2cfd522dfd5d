using System.Globalization;
using Pipeline.Figures;
using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>Every identity of the catalogue holds on the numbers as printed, 尾差 and all.</summary>
internal sealed class PrintedSums : IProof
{
    public string Rule => "R-G-02";

    public void Check(PrintedReport report, FindingList findings)
    {
        var printed = report.Figures.GroupBy(f => f.Figure).ToDictionary(g => g.Key, g => Number(report.Subject.Figures.Figures[g.Key], g.First().Text));
        foreach (var identity in report.Subject.Figures.Identities)
        {
            decimal? Value(string id) => printed.TryGetValue(id, out var number) ? number : PrintedReport.Number(report.Subject.Figures.Figures[id].Text);
            var sum = identity.Terms.Aggregate((decimal?)0, (sum, term) => sum + term.Sign * Value(term.Figure));
            if (sum is not { } parts || Value(identity.Total) is not { } total || parts == total) continue;
            var label = report.Subject.Figures.Figures;
            findings.Add(
                Rule, Place.File,
                ("恒等式", $"{label[identity.Total].Label}={string.Join("", identity.Terms.Select((t, i) => (t.Sign < 0 ? "−" : i > 0 ? "+" : "") + label[t.Figure].Label))}"),
                ("差", Math.Abs(total - parts).ToString("0.##", CultureInfo.InvariantCulture)));
        }
    }

    // Behind 减少额 a figure stands without its sign; that the word is the right one is for R-G-04 to say.
    private static decimal? Number(PrintedFigure figure, string text) =>
        figure.Text.StartsWith('-') && text == figure.Text.TrimStart('-') + figure.Unit ? -PrintedReport.Number(text) : PrintedReport.Number(text);
}
