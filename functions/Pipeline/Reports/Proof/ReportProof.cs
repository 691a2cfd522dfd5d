using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>Proves a report on its own bytes: whoever adds up what is printed comes to what is printed.</summary>
public static class ReportProof
{
    private static readonly IReadOnlyList<IProof> Proofs =
        [new OpenSlots(), new PrintedSums(), new BoundTexts(), new RepeatedFigures(), new WordsOfDirection(), new LockedSource(), new FreeNumbers(), new AnnexList()];

    /// <summary>Numbers of the rules judged here.</summary>
    internal static IEnumerable<string> Judged => Proofs.Select(p => p.Rule).Distinct();

    /// <summary>What rules R-G find in an emitted document; <see cref="FindingSentence"/> gives the sentence.</summary>
    /// <param name="subject">What it was made of.</param>
    /// <param name="document">Its bytes.</param>
    /// <param name="lockedSnapshot">Snapshot the year is locked with; null while it is open.</param>
    /// <exception cref="DocumentRefusedException">The bytes are no Word document.</exception>
    public static IReadOnlyList<Finding> Check(ReportSubject subject, byte[] document, string? lockedSnapshot)
    {
        var report = PrintedReport.Read(subject, document, lockedSnapshot);
        return [.. Check(report), .. LostFigures.In(report)];
    }

    /// <summary>What they find in a document that somebody may have edited since.</summary>
    internal static IReadOnlyList<Finding> Check(PrintedReport report)
    {
        var findings = new FindingList(report.Subject.Catalogue);
        foreach (var proof in Proofs.Where(p => report.Subject.Catalogue.FindRule(p.Rule)?.IsInForce(report.Subject.Catalogue.Year) == true)) proof.Check(report, findings);
        return findings.All;
    }
}
