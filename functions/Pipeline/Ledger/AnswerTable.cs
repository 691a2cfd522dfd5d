using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Pipeline.Returns.Receipts;
using Pipeline.Rules;

namespace Pipeline.Ledger;

/// <summary>What became of each submission and which uploads have been answered: one partition a unit and year.</summary>
/// <remarks>A submission (one content) may be uploaded several times: its row tells of the newest of these uploads, and each upload has a
/// row of its own.</remarks>
internal sealed class AnswerTable(TableClient table, Race race)
{
    public async Task WriteAsync(Submission submission, Receipt receipt, CancellationToken ct)
    {
        var answer = AnswerRow.Of(submission, receipt);
        var upload = AnswerRow.OfUpload(submission, receipt);
        await race.RunAsync(token => TryWriteAsync(answer, upload, token), ct);
    }

    /// <summary>The receipt that answers this very upload, or null while none does.</summary>
    public Task<string?> FindUploadAsync(Submission submission, CancellationToken ct) =>
        FindAsync(AnswerRow.Partition(submission), AnswerRow.UploadKey(submission), ct);

    /// <summary>The receipt of a submission's newest upload, or null.</summary>
    public Task<string?> FindNewestAsync(int year, string unit, string hash, CancellationToken ct) =>
        FindAsync(FactKeys.Owner(year, unit), AnswerRow.Prefix + KeyText.Of(hash), ct);

    /// <summary>Remembers that a file was taken; the first time stands.</summary>
    public async Task WriteFileAsync(Submission submission, DateTimeOffset at, CancellationToken ct)
    {
        try
        {
            await table.AddEntityAsync(FileRow.Of(submission, at), ct);
        }
        catch (RequestFailedException there) when (there.Status == 409 && !TableFault.TableIsAway(there))
        {
            // Remembered before.
        }
    }

    public async Task<IReadOnlyList<EarlierUpload>> ReadFileAsync(string hash, CancellationToken ct)
    {
        var ofFile = TableClient.CreateQueryFilter($"PartitionKey eq {FileRow.Partition(hash)}");
        var found = await table.QueryAsync<TableEntity>(ofFile, cancellationToken: ct).Select(FileRow.Read).ToListAsync(ct);
        return [.. found.OrderBy(f => f.At)];
    }

    /// <summary>Of every unit, the answer to its newest upload; on a tie that of the larger hash, as for heads.</summary>
    public async Task<IReadOnlyDictionary<string, AnsweredUpload>> ReadNewestAsync(int year, CancellationToken ct)
    {
        var newest = new Dictionary<string, AnsweredUpload>();
        await foreach (var row in table.QueryAsync<TableEntity>(OfYear(year), cancellationToken: ct))
        {
            var answer = AnswerRow.Read(year, row);
            if (!newest.TryGetValue(answer.Submission.Unit, out var other) || answer.Submission.IsNewerThan(other.Submission))
                newest[answer.Submission.Unit] = answer;
        }
        return newest;
    }

    public async IAsyncEnumerable<(string Path, string ETag)> ListUploadsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        string[] wanted = [AnswerRow.Path, AnswerRow.UploadETag];
        var uploads = KeyRange.Rows(AnswerRow.UploadPrefix);
        await foreach (var row in table.QueryAsync<TableEntity>(uploads, select: wanted, cancellationToken: ct))
            yield return (row.GetString(AnswerRow.Path), row.GetString(AnswerRow.UploadETag));
    }

    /// <summary>Partitions of facts that an answer speaks of, of every year.</summary>
    public async IAsyncEnumerable<string> ListVersionsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        string[] wanted = ["PartitionKey", "RowKey"];
        await foreach (var row in table.QueryAsync<TableEntity>(KeyRange.Rows(AnswerRow.Prefix), select: wanted, cancellationToken: ct))
            yield return FactKeys.PartitionOf(row.PartitionKey, row.RowKey[AnswerRow.Prefix.Length..]);
    }

    private async Task<string?> FindAsync(string partition, string row, CancellationToken ct)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, [AnswerRow.ReceiptId], ct);
        return found.HasValue ? found.Value!.GetString(AnswerRow.ReceiptId) : null;
    }

    private static string OfYear(int year) => $"{KeyRange.Partitions($"{year}|")} and {KeyRange.Rows(AnswerRow.Prefix)}";

    private static TableTransactionAction Put(TableEntity upload) => new(TableTransactionActionType.UpsertReplace, upload);

    private async Task<bool> TryWriteAsync(TableEntity answer, TableEntity upload, CancellationToken ct)
    {
        try
        {
            await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, answer), Put(upload)], ct);
            return true;
        }
        catch (RequestFailedException there) when (there.Status == 409 && !TableFault.TableIsAway(there))
        {
            return await TryRenewAsync(answer, upload, ct);
        }
    }

    private async Task<bool> TryRenewAsync(TableEntity answer, TableEntity upload, CancellationToken ct)
    {
        try
        {
            var found = (await table.GetEntityAsync<TableEntity>(answer.PartitionKey, answer.RowKey, cancellationToken: ct)).Value;
            if (AnswerRow.Sequence(found) >= AnswerRow.Sequence(answer))
                await table.UpsertEntityAsync(upload, TableUpdateMode.Replace, ct);
            else
                await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, answer, found.ETag), Put(upload)], ct);
            return true;
        }
        catch (RequestFailedException moved) when (moved.Status is 404 or 412 && !TableFault.TableIsAway(moved))
        {
            throw new RaceLostException($"The answer {answer.PartitionKey} {answer.RowKey}", moved);
        }
    }
}
