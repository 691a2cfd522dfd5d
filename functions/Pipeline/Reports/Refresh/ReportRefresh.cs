using Pipeline.Reports.Proof;
using Pipeline.Reports.Provenance;
using Pipeline.Returns;

namespace Pipeline.Reports.Refresh;

/// <summary>Puts the figures in force into a report that staff edited in Word, and touches nothing else of it.</summary>
public static class ReportRefresh
{
    /// <summary>Refreshes a document.</summary>
    /// <param name="edited">The DOCX as it was saved.</param>
    /// <param name="subject">What is in force.</param>
    /// <exception cref="DocumentRefusedException">It is no report of that year, or must not be read.</exception>
    public static RefreshedReport Apply(byte[] edited, ReportSubject subject)
    {
        using var package = DocxPackage.Open(edited);
        var origin = Origin.Of(package);
        origin.RequireYear(subject.Catalogue.Year);

        var replaced = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var changes = new List<FigureChange>();
        var findings = new FindingList(subject.Catalogue);
        PrintedReport? main = null;
        foreach (var part in package.TextParts)
        {
            var text = package.Text(part);
            var refreshed = PartRefresh.Apply(text.Xml, DocxPackage.Read(text), subject);
            if (refreshed.Xml != text.Xml) replaced[part] = text.Encode(refreshed.Xml);
            var now = refreshed.Xml == text.Xml ? refreshed.Before : DocxPackage.Read(text with { Xml = refreshed.Xml });
            changes.AddRange(refreshed.ChangesIn(now, subject));
            if (part == package.Main) main = PrintedReport.Of(subject, now.Lines, lockedSnapshot: null);
            else foreach (var control in now.Controls.Where(c => !subject.Figures.Figures.ContainsKey(c.Tag))) RefreshFindings.UnknownTag(findings, control, part);
            foreach (var control in refreshed.Left) RefreshFindings.Left(findings, subject, control);
        }

        foreach (var finding in ReportProof.Check(main!)) findings.Add(finding);
        RefreshFindings.Add(findings, main!, changes, origin, subject);
        foreach (var chart in StaleCharts.In(package, subject)) RefreshFindings.Stale(findings, subject, chart);
        foreach (var part in package.ProvenanceParts) replaced[part] = ProvenancePart.Write(subject);
        return new RefreshedReport(package.With(replaced), [.. changes.Distinct()], findings.All);
    }
}
