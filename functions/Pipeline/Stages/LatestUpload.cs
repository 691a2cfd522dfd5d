namespace Pipeline.Stages;

/// <summary>The answer to a unit's newest upload.</summary>
/// <param name="Submission">SHA-256 of the file.</param>
/// <param name="File">Its path among the uploads.</param>
/// <param name="Verdict">accepted, refused or superseded.</param>
/// <param name="Errors">How many errors.</param>
/// <param name="Warnings">How many warnings.</param>
/// <param name="Receipt">Blob name of the receipt in the container <c>receipts</c>.</param>
public sealed record LatestUpload(string Submission, string File, string Verdict, int Errors, int Warnings, string Receipt);
