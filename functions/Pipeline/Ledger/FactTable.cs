using Azure;
using Azure.Data.Tables;
using Pipeline.Returns;

namespace Pipeline.Ledger;

/// <summary>The values of accepted returns, one partition a version.</summary>
internal sealed class FactTable(TableClient table)
{
    /// <returns>How many rows the version has, its marker among them.</returns>
    public async Task<int> StoreAsync(Submission submission, Return accepted, CancellationToken ct)
    {
        if (accepted.Year != submission.Year || accepted.Unit != submission.Unit)
            throw new ArgumentException($"A return of {accepted.Unit} does not belong to {submission.Path}.", nameof(accepted));
        var rows = FactRows.Of(submission, accepted);
        var writes = Batches.Of(rows.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)));
        await Task.WhenAll(writes.Select(batch => table.SubmitTransactionAsync(batch, ct)));
        return rows.Count;
    }

    public async Task<Return> ReadAsync(Head head, CancellationToken ct)
    {
        var submission = head.Submission;
        var partition = FactKeys.Partition(submission.Year, submission.Unit, submission.Hash);
        var rows = new List<TableEntity>(head.RowCount);
        await foreach (var row in RowsAsync(partition, null, ct))
            rows.Add(row);
        return FactRows.Read(head, rows);
    }

    /// <summary>Deletes versions of which nobody speaks and in which nothing was written since <paramref name="before"/>.</summary>
    /// <remarks>Holds a key for every version, and the rows of one at a time: there may be many years.</remarks>
    /// <param name="before">Store time.</param>
    /// <param name="spokenOf">Partitions to keep. Read after the old ones were found: what was published meanwhile is among them, and what is
    /// stored again meanwhile has new ETags.</param>
    /// <param name="ct">Ends the work between two deletions.</param>
    public async Task<int> DeleteOrphansAsync(DateTimeOffset before, Func<Task<IReadOnlySet<string>>> spokenOf, CancellationToken ct)
    {
        var old = await FindOldAsync(before, ct);
        if (old.Count == 0)
            return 0;

        var kept = await spokenOf();
        var deleted = 0;
        foreach (var version in old.Where(v => !kept.Contains(v)))
        {
            if (await TryDeleteAsync(version, before, ct))
                deleted++;
        }
        return deleted;
    }

    /// <summary>Partitions without a row that was written since.</summary>
    private async Task<IReadOnlyList<string>> FindOldAsync(DateTimeOffset before, CancellationToken ct)
    {
        var versions = new Dictionary<string, bool>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(select: ["PartitionKey", "Timestamp"], cancellationToken: ct))
            versions[row.PartitionKey] = versions.GetValueOrDefault(row.PartitionKey, true) && row.Timestamp < before;
        return [.. versions.Where(v => v.Value).Select(v => v.Key)];
    }

    /// <returns>False when the version is being stored again.</returns>
    private async Task<bool> TryDeleteAsync(string version, DateTimeOffset before, CancellationToken ct)
    {
        var rows = await RowsAsync(version, ["PartitionKey", "RowKey", "Timestamp"], ct).ToListAsync(ct);
        if (rows.Count == 0 || !rows.All(r => r.Timestamp < before))
            return false;
        // Under the ETag that was seen, or a row stored again a moment ago would go too.
        var deletions = rows.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r, r.ETag));
        try
        {
            foreach (var batch in Batches.Of(deletions))
                await table.SubmitTransactionAsync(batch, ct);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 412 && !TableFault.TableIsAway(fault))
        {
            return false;
        }
    }

    /// <param name="version">The partition.</param>
    /// <param name="columns">Those that are wanted; null: all.</param>
    /// <param name="ct">Gives up.</param>
    private AsyncPageable<TableEntity> RowsAsync(string version, IEnumerable<string>? columns, CancellationToken ct) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {version}"), select: columns, cancellationToken: ct);
}
