using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>A report of a locked year is made of what was locked.</summary>
internal sealed class LockedSource : IProof
{
    public string Rule => "R-G-05";

    public void Check(PrintedReport report, FindingList findings)
    {
        if (report.LockedSnapshot is { } locked && locked != report.Subject.Year.Snapshot.Id) findings.Add(Rule, Place.File);
    }
}
