using System.Globalization;
using Azure.Data.Tables;

namespace Pipeline.Ledger;

/// <summary>A head ↔ its entity.</summary>
internal static class HeadRow
{
    public const string Prefix = "HEAD|";

    public static TableEntity Of(string partition, Head head) => new(partition, Prefix + KeyText.Of(head.Submission.Unit))
    {
        ["Unit"] = head.Submission.Unit,
        ["Hash"] = head.Submission.Hash,
        ["Sequence"] = head.Submission.Sequence,
        ["Path"] = head.Submission.Path,
        ["UploadETag"] = head.Submission.ETag,
        ["RowCount"] = head.RowCount,
        ["CommitId"] = $"{head.Submission.Hash}.{head.Submission.Sequence:D19}",
    };

    public static Head Read(TableEntity row) => new(
        new(
            int.Parse(row.PartitionKey, CultureInfo.InvariantCulture),
            row.GetString("Unit"),
            row.GetString("Hash"),
            row.GetInt64("Sequence")!.Value,
            row.GetString("Path"),
            row.GetString("UploadETag")),
        row.GetInt32("RowCount")!.Value);

    /// <summary>Names one upload of one content: who finds it in the row knows the row for its own.</summary>
    public static string CommitId(TableEntity row) => row.GetString("CommitId");
}
