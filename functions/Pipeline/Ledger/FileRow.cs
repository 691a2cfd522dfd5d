using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Rules;

namespace Pipeline.Ledger;

/// <summary>A file that was taken for a unit and year ↔ its entity: one partition a file, so that the same bytes are found wherever they
/// were handed in.</summary>
internal static class FileRow
{
    public static TableEntity Of(Submission submission, DateTimeOffset at) =>
        new(Partition(submission.Hash), $"F|{FactKeys.Owner(submission.Year, submission.Unit)}")
        {
            ["Year"] = submission.Year,
            ["Unit"] = submission.Unit,
            ["At"] = at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        };

    public static EarlierUpload Read(TableEntity row) => new(
        row.GetInt32("Year")!.Value,
        row.GetString("Unit"),
        DateTimeOffset.ParseExact(row.GetString("At"), "O", CultureInfo.InvariantCulture));

    public static string Partition(string hash) => $"FILE|{hash}";
}
