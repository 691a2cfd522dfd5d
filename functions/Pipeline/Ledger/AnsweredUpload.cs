using Pipeline.Returns.Receipts;

namespace Pipeline.Ledger;

/// <summary>The answer to one upload, without its findings.</summary>
/// <param name="Submission">The upload.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Errors">How many E findings.</param>
/// <param name="Warnings">How many W findings.</param>
/// <param name="Receipt">Blob name of the receipt in the container of receipts.</param>
public sealed record AnsweredUpload(Submission Submission, Verdict Verdict, int Errors, int Warnings, string Receipt);
