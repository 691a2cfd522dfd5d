using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Pipeline.Ledger;

/// <summary>Which submission is in force for each unit, and the row of the year itself: one partition a year.</summary>
internal sealed class HeadTable(TableClient table, Race race)
{
    public async Task<YearHeads> ReadAsync(int year, CancellationToken ct)
    {
        var heads = new Dictionary<string, Head>();
        var state = YearState.New;
        var whole = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(year)}");
        await foreach (var row in table.QueryAsync<TableEntity>(whole, cancellationToken: ct))
        {
            if (row.RowKey == YearRow.Key)
                state = YearRow.Read(row);
            else if (HeadRow.Read(row) is var head)
                heads[head.Submission.Unit] = head;
        }
        return new(year, heads, state);
    }

    public Task<Publication> PublishAsync(Head head, CancellationToken ct) => race.RunAsync(token => TryPublishAsync(head, token), ct);

    public async Task<bool> TryChangeYearAsync(int year, YearState state, CancellationToken ct)
    {
        var row = YearRow.Of(Partition(year), state);
        try
        {
            if (state.ETag is null)
                await table.AddEntityAsync(row, ct);
            else
                await table.UpdateEntityAsync(row, new ETag(state.ETag), TableUpdateMode.Replace, ct);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412 && !TableFault.TableIsAway(lost))
        {
            // The row may say already what we want it to: then our own first try got through and only its answer was lost.
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition(year), YearRow.Key, cancellationToken: ct);
            return found.HasValue && YearRow.SaySame(found.Value!, row);
        }
    }

    /// <summary>Partitions of facts that a head points at, of every year.</summary>
    public async IAsyncEnumerable<string> ListVersionsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(KeyRange.Rows(HeadRow.Prefix), cancellationToken: ct))
        {
            var submission = HeadRow.Read(row).Submission;
            yield return FactKeys.Partition(submission.Year, submission.Unit, submission.Hash);
        }
    }

    public Task PingAsync(CancellationToken ct) => table.GetEntityIfExistsAsync<TableEntity>("ping", "ping", cancellationToken: ct);

    private async Task<Publication> TryPublishAsync(Head head, CancellationToken ct)
    {
        var row = HeadRow.Of(Partition(head.Submission.Year), head);
        try
        {
            await table.AddEntityAsync(row, ct);
            return Publication.InForce;
        }
        catch (RequestFailedException there) when (there.Status == 409 && !TableFault.TableIsAway(there))
        {
            return await TryReplaceAsync(row, head, ct);
        }
    }

    private async Task<Publication> TryReplaceAsync(TableEntity row, Head head, CancellationToken ct)
    {
        try
        {
            var found = (await table.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: ct)).Value;
            var inForce = HeadRow.Read(found);
            // Ours: a repeated publication, or one whose answer was lost on the way.
            if (HeadRow.CommitId(found) == HeadRow.CommitId(row) && inForce.RowCount == head.RowCount)
                return Publication.InForce;
            if (inForce.Submission.Hash == head.Submission.Hash)
                row = HeadRow.Of(row.PartitionKey, head with { Submission = Newer(inForce.Submission, head.Submission) });
            else if (!head.Submission.IsNewerThan(inForce.Submission))
                return Publication.Superseded;
            await table.UpdateEntityAsync(row, found.ETag, TableUpdateMode.Replace, ct);
            return Publication.InForce;
        }
        catch (RequestFailedException moved) when (moved.Status is 404 or 412 && !TableFault.TableIsAway(moved))
        {
            throw new RaceLostException($"The head of {head.Submission.Unit}", moved);
        }
    }

    private static Submission Newer(Submission one, Submission other) => one.IsNewerThan(other) ? one : other;

    private static string Partition(int year) => $"{year}";
}
