using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>A rule over the printed report.</summary>
internal interface IProof
{
    /// <summary>Its number in the catalogue.</summary>
    string Rule { get; }

    /// <summary>Adds what it finds.</summary>
    void Check(PrintedReport report, FindingList findings);
}
