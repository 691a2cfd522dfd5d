using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using EndToEnd.Tests.LocalHost;

namespace EndToEnd.Tests.Ledger;

/// <summary>Everything the stores hold of a year, as lines of text that do not speak of the year itself (nor of hashes in which it has a
/// part).</summary>
internal static partial class StoredState
{
    public static async Task<IReadOnlyList<string>> OfAsync(AzuriteFixture azurite, int year)
    {
        var lines = new List<string>();
        foreach (var (table, filter) in ((string, string)[])[("facts", ""), ("heads", ""), ("receipts", ""), ("receipts", $"PartitionKey ge 'FILE|' and PartitionKey lt 'FILE}}' and Year eq {year}")])
        {
            // '~' comes after every character of our keys that follows a year.
            var ofYear = $"PartitionKey ge '{year}' and PartitionKey lt '{year}~'";
            await foreach (var row in azurite.Storage.Tables.GetTableClient(table).QueryAsync<TableEntity>(filter.Length > 0 ? filter : ofYear))
            {
                var said = row.Where(p => p.Key is not ("Timestamp" or "odata.etag" or "Set")).Select(p => $"{p.Key}={p.Value}");
                lines.Add($"{table} {string.Join(' ', said.Order(StringComparer.Ordinal))}");
            }
        }
        var receipts = azurite.Storage.Blobs.GetBlobContainerClient("receipts");
        await foreach (var blob in receipts.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{year}/", default))
            lines.Add($"{blob.Name} {(await receipts.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content}");
        return [.. lines.Select(l => Regex.Replace(UploadKey().Replace(l, "U|"), $@"\b{year}\b", "year")).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"\bU\|[0-9a-f]{64}")]
    private static partial Regex UploadKey();
}
