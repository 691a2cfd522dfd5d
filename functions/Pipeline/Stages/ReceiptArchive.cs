using Pipeline.Ledger;
using Pipeline.Returns.Receipts;

namespace Pipeline.Stages;

/// <summary>Finds the receipts of a unit.</summary>
public sealed class ReceiptArchive(ILedger ledger)
{
    /// <summary>A receipt, or null when there is none.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="unit">Unit code.</param>
    /// <param name="submission">SHA-256 of the file; null means the unit's newest upload.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Receipt?> FindAsync(int year, string unit, string? submission, CancellationToken ct)
    {
        var hash = submission ?? (await ledger.ReadAnswersAsync(year, ct)).GetValueOrDefault(unit)?.Submission.Hash;
        return hash is { Length: 64 } && hash.All(char.IsAsciiHexDigitLower) ? await ledger.ReadReceiptAsync(year, unit, hash, ct) : null;
    }

    /// <summary>What there is to say to the open questions of a submission, or null when it has no receipt.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="unit">Unit code.</param>
    /// <param name="submission">SHA-256 of the file; null means the unit's newest upload.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<OfferedExplanations?> FindOfferedAsync(int year, string unit, string? submission, CancellationToken ct) =>
        await FindAsync(year, unit, submission, ct) is { } receipt ? new(receipt.Submission, receipt.Offered, (await ledger.ReadTermsAsync(year, ct)).Explanations) : null;

    /// <summary>A short-lived, read-only link to a receipt's workbook, or null when it has none.</summary>
    public Task<Uri?> LinkAsync(Receipt receipt, CancellationToken ct) => ledger.MintReceiptLinkAsync(
        receipt, $"{Path.GetFileNameWithoutExtension(receipt.File)}-回执.xlsx", ct);
}
