using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Review;

namespace Pipeline.Ledger;

/// <summary>A lock record ↔ its entity. Inserted, never changed.</summary>
internal static class LockRow
{
    public const string Prefix = "LOCK|";

    public static TableEntity Of(string partition, LockRecord record)
    {
        var row = new TableEntity(partition, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{record.Number:D4}")) { ["Hash"] = record.Hash };
        LongText.Write(row, "Said", ReviewJson.Write(record));
        return row;
    }

    public static LockRecord Read(TableEntity row) => ReviewJson.Read<LockRecord>(LongText.Read(row, "Said")!);
}
