using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>Every identity of the catalogue holds on the numbers as printed, 尾差 and all.</summary>
internal sealed class PrintedSums : IProof
{
    public string Rule => "R-G-02";

    public void Check(PrintedReport report, FindingList findings)
    {
        var label = report.Subject.Figures.Figures;
        foreach (var identity in report.Subject.Figures.Identities)
        {
            var sum = identity.Terms.Aggregate((decimal?)0, (sum, term) => sum + term.Sign * report.Value(term.Figure));
            if (sum is not { } parts || report.Value(identity.Total) is not { } total || parts == total) continue;
            var formula = $"{label[identity.Total].Label}={string.Join("", identity.Terms.Select((t, i) => (t.Sign < 0 ? "−" : i > 0 ? "+" : "") + label[t.Figure].Label))}";
            (string, string)[] values = [("恒等式", formula), ("差", Math.Abs(total - parts).ToString("0.##", CultureInfo.InvariantCulture)), ("图号", identity.Total)];
            // The sentence of the total; of a part where the total is not printed.
            var place = identity.Terms.Select(t => t.Figure).Prepend(identity.Total).Select(id => report.Figures.FirstOrDefault(f => f.Id == id)).FirstOrDefault(f => f is not null);
            if (place is null) findings.Add(Rule, Place.File, values);
            else PrintedReport.Find(findings, Rule, place.Line, place.At, values);
        }
    }
}
