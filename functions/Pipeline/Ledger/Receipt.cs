using Pipeline.Returns;

namespace Pipeline.Ledger;

/// <summary>回执: the answer to one submission. Written once, never changed.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Unit">Unit code the upload was made for.</param>
/// <param name="UnitName">Its name, or empty when the code is unknown.</param>
/// <param name="Submission">SHA-256 of the file.</param>
/// <param name="File">Blob name of the upload it first answered.</param>
/// <param name="ReceivedAt">Store time of that upload.</param>
/// <param name="CatalogueVersion">Version of the catalogue it was checked with.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Findings">Everything found; a refused return always has at least one error.</param>
public sealed record Receipt(
    int Year, string Unit, string UnitName, string Submission, string File, DateTimeOffset ReceivedAt, string CatalogueVersion,
    Verdict Verdict, IReadOnlyList<Finding> Findings);
