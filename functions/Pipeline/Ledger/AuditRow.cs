using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Review;

namespace Pipeline.Ledger;

/// <summary>An event ↔ its entity. Inserted, never changed; keyed by its number, so that two writers cannot both write the next one.</summary>
internal static class AuditRow
{
    public const string OfYear = "AUDIT|Y|";
    private const string Units = "AUDIT|U|";
    private const string Said = "Said";
    private const string Commit = "CommitId";

    public static string OfUnit(string unit) => $"{Units}{KeyText.Of(unit)}|";

    public static TableEntity Of(string partition, AuditEntry entry)
    {
        var said = ReviewJson.Write(entry);
        var prefix = entry.Unit is { } unit ? OfUnit(unit) : OfYear;
        var row = new TableEntity(partition, string.Create(CultureInfo.InvariantCulture, $"{prefix}{entry.Revision:D10}"))
        {
            [Commit] = KeyText.Sha256(said),
            // For those who look into the table with other tools.
            ["What"] = entry.What.ToString(),
            ["Who"] = entry.By.Name,
        };
        LongText.Write(row, Said, said);
        return row;
    }

    public static AuditEntry Read(TableEntity row) => ReviewJson.Read<AuditEntry>(LongText.Read(row, Said)!);

    /// <summary>Whether both tell of the same event: then the one that was found is our own.</summary>
    public static bool SaySame(TableEntity one, TableEntity other) => one.GetString(Commit) == other.GetString(Commit);
}
