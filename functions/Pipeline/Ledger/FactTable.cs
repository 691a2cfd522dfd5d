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
        var whole = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in table.QueryAsync<TableEntity>(whole, cancellationToken: ct))
            rows.Add(row);
        return FactRows.Read(head, rows);
    }

    /// <summary>Deletes versions of which nobody speaks and in which nothing was written since <paramref name="before"/>.</summary>
    /// <param name="before">Store time.</param>
    /// <param name="spokenOf">Partitions to keep. Read after the rows: what was published meanwhile is among them, and what is stored again
    /// meanwhile has new ETags.</param>
    /// <param name="ct">Ends the work between two deletions.</param>
    public async Task<int> DeleteOrphansAsync(DateTimeOffset before, Func<Task<IReadOnlySet<string>>> spokenOf, CancellationToken ct)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey", "Timestamp"], cancellationToken: ct))
            rows.Add(row);
        var old = rows.GroupBy(r => r.PartitionKey, StringComparer.Ordinal).Where(v => v.All(r => r.Timestamp < before)).ToList();
        if (old.Count == 0)
            return 0;

        var kept = await spokenOf();
        var deleted = 0;
        foreach (var version in old.Where(v => !kept.Contains(v.Key)))
        {
            if (await TryDeleteAsync(version, ct))
                deleted++;
        }
        return deleted;
    }

    /// <returns>False when the version is being stored again.</returns>
    private async Task<bool> TryDeleteAsync(IEnumerable<TableEntity> version, CancellationToken ct)
    {
        // Under the ETag that was seen, or a row stored again a moment ago would go too.
        var deletions = version.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r, r.ETag));
        try
        {
            foreach (var batch in Batches.Of(deletions))
                await table.SubmitTransactionAsync(batch, ct);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 412)
        {
            return false;
        }
    }
}
