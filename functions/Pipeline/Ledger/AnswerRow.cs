using Azure.Data.Tables;
using Pipeline.Catalogue;
using Pipeline.Returns.Receipts;

namespace Pipeline.Ledger;

/// <summary>Answers ↔ their entities.</summary>
internal static class AnswerRow
{
    public const string Prefix = "R|";
    public const string UploadPrefix = "U|";
    public const string Path = "Path";
    public const string UploadETag = "UploadETag";
    public const string ReceiptId = "Receipt";

    public static TableEntity Of(Submission submission, Receipt receipt) => new(Partition(submission), Prefix + submission.Hash)
    {
        ["Unit"] = submission.Unit,
        ["Verdict"] = receipt.Verdict.ToString(),
        ["Errors"] = receipt.Findings.Count(f => f.Severity == Severity.Error),
        ["Warnings"] = receipt.Findings.Count(f => f.Severity == Severity.Warning),
        ["Sequence"] = submission.Sequence,
        [Path] = submission.Path,
        [UploadETag] = submission.ETag,
        [ReceiptId] = receipt.Id,
    };

    public static TableEntity OfUpload(Submission submission, Receipt receipt) =>
        new(Partition(submission), UploadKey(submission))
        {
            ["Hash"] = submission.Hash,
            [ReceiptId] = receipt.Id,
            [Path] = submission.Path,
            [UploadETag] = submission.ETag,
        };

    public static AnsweredUpload Read(int year, TableEntity row)
    {
        var (unit, hash) = (row.GetString("Unit"), row.RowKey[Prefix.Length..]);
        return new(
            new(year, unit, hash, Sequence(row), row.GetString(Path), row.GetString(UploadETag)),
            Enum.Parse<Verdict>(row.GetString("Verdict")),
            row.GetInt32("Errors")!.Value,
            row.GetInt32("Warnings")!.Value,
            ReceiptStore.Name(year, unit, row.GetString(ReceiptId)));
    }

    public static long Sequence(TableEntity row) => row.GetInt64("Sequence")!.Value;

    public static string UploadKey(Submission submission) => UploadPrefix + KeyText.Sha256($"{submission.Path}\n{submission.ETag}");

    public static string Partition(Submission submission) => FactKeys.Owner(submission.Year, submission.Unit);
}
