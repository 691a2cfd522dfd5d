using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>Proves a report on its own text: whoever adds up what is printed comes to what is printed.</summary>
public static class ReportProof
{
    private static readonly IReadOnlyList<IProof> Proofs =
        [new OpenSlots(), new PrintedSums(), new RepeatedFigures(), new WordsOfDirection(), new LockedSource(), new FreeNumbers(), new AnnexList()];

    /// <summary>Numbers of the rules judged here.</summary>
    internal static IEnumerable<string> Judged => Proofs.Select(p => p.Rule);

    /// <summary>What rules R-G find in a document.</summary>
    /// <param name="subject">What it was made of.</param>
    /// <param name="document">Its bytes.</param>
    /// <param name="lockedSnapshot">Snapshot the year is locked with; null while it is open.</param>
    public static IReadOnlyList<Finding> Check(ReportSubject subject, byte[] document, string? lockedSnapshot) =>
        Check(PrintedReport.Read(subject, document, lockedSnapshot));

    internal static IReadOnlyList<Finding> Check(PrintedReport report)
    {
        var findings = new FindingList(report.Subject.Catalogue);
        foreach (var proof in Proofs.Where(p => report.Subject.Catalogue.FindRule(p.Rule)?.IsInForce(report.Subject.Catalogue.Year) == true)) proof.Check(report, findings);
        return findings.All;
    }
}
