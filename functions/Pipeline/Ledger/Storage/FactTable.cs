using Azure;
using Azure.Data.Tables;
using Pipeline.Returns;

namespace Pipeline.Ledger.Storage;

/// <summary>The rows of every submission, each version in a partition of its own that is written once and never changed.</summary>
internal sealed class FactTable(TableClient table)
{
    /// <summary>A transaction takes 100 rows; one of them marks the version.</summary>
    private const int RowsPerBatch = 99;

    /// <summary>Of the 4 MiB that a transaction may have.</summary>
    private const int BytesPerBatch = 3 * 1024 * 1024;

    /// <summary>Every batch brings a row that begins with it, so that whatever an interrupted call left behind can be found.</summary>
    private const string Mark = "!";

    public async Task<FactVersion> StoreAsync(Submission submission, Return accepted, CancellationToken ct)
    {
        var rows = FactRows.Of(accepted);
        var version = new FactVersion(Names.Version(submission, FactRows.Digest(rows)), rows.Count);
        await Task.WhenAll(Batches(rows).Select((batch, index) => table.SubmitTransactionAsync(
            batch.Append(new TableEntity { RowKey = $"{Mark}{index}" }).Select(row =>
            {
                row.PartitionKey = version.Key;
                return new TableTransactionAction(TableTransactionActionType.UpsertReplace, row);
            }),
            ct)));
        return version;
    }

    /// <exception cref="InvalidDataException">The version is not whole.</exception>
    public async Task<Return> ReadAsync(Submission submission, FactVersion version, CancellationToken ct)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(r => r.PartitionKey == version.Key, cancellationToken: ct))
        {
            if (!row.RowKey.StartsWith(Mark, StringComparison.Ordinal)) rows.Add(row);
        }

        return rows.Count == version.Rows
            ? FactRows.Read(submission.Year, submission.Unit, rows)
            : throw new InvalidDataException($"Version {version.Key} has {rows.Count} rows instead of {version.Rows}.");
    }

    /// <summary>Versions that have not been touched since <paramref name="before"/>.</summary>
    public async Task<IReadOnlySet<string>> ListAsync(DateTimeOffset before, CancellationToken ct)
    {
        var found = new HashSet<string>();
        var filter = TableClient.CreateQueryFilter($"RowKey ge {Mark} and RowKey lt {"\""} and Timestamp lt {before}");
        await foreach (var mark in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: ct)) found.Add(mark.PartitionKey);
        return found;
    }

    /// <summary>Deletes a version, its marks last, so that an interrupted deletion is found again.</summary>
    public async Task DeleteAsync(string version, CancellationToken ct)
    {
        var keys = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(r => r.PartitionKey == version, select: ["PartitionKey", "RowKey"], cancellationToken: ct)) keys.Add(row.RowKey);
        foreach (var batch in keys.OrderBy(k => k.StartsWith(Mark, StringComparison.Ordinal)).Chunk(RowsPerBatch + 1))
            await table.SubmitTransactionAsync(batch.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(version, key), ETag.All)), ct);
    }

    private static IEnumerable<List<TableEntity>> Batches(IEnumerable<TableEntity> rows)
    {
        var (batch, bytes) = (new List<TableEntity>(), 0);
        foreach (var row in rows)
        {
            var size = Size(row);
            if (batch.Count == RowsPerBatch || (bytes + size > BytesPerBatch && batch.Count > 0))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(row);
            bytes += size;
        }

        yield return batch;
    }

    /// <summary>Bytes on the wire, rather too many: a character outside ASCII is sent as six.</summary>
    private static int Size(TableEntity row) => 512 + row.Sum(p => 40 + p.Key.Length + (p.Value is string text ? 6 * text.Length : 24));
}
