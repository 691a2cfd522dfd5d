using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Review;

namespace Pipeline.Ledger;

/// <summary>A unit's return ↔ its entity: which submission is in force, and how it stands. One entity, so that one ETag guards both.</summary>
internal static class HeadRow
{
    public const string Prefix = "HEAD|";

    public static TableEntity Of(string partition, ReturnState state, Head? head)
    {
        var row = new TableEntity(partition, Prefix + KeyText.Of(state.Unit)) { ["Unit"] = state.Unit };
        StateColumns.Write(row, state);
        if (head is null)
            return row;
        row["Hash"] = head.Submission.Hash;
        row["Sequence"] = head.Submission.Sequence;
        row["Path"] = head.Submission.Path;
        row["UploadETag"] = head.Submission.ETag;
        row["RowCount"] = head.RowCount;
        return row;
    }

    /// <summary>The submission in force; null when none is.</summary>
    public static Head? ReadHead(TableEntity row) => row.GetString("Hash") is not { } hash ? null : new(
        new(
            int.Parse(row.PartitionKey, CultureInfo.InvariantCulture),
            row.GetString("Unit"),
            hash,
            row.GetInt64("Sequence")!.Value,
            row.GetString("Path"),
            row.GetString("UploadETag")),
        row.GetInt32("RowCount")!.Value);

    public static ReturnState ReadState(TableEntity row)
    {
        var state = new ReturnState(int.Parse(row.PartitionKey, CultureInfo.InvariantCulture), row.GetString("Unit"));
        return StateColumns.Read(row, state) with { Submission = row.GetString("Hash") };
    }
}
