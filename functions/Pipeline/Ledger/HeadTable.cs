using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Pipeline.Review;

namespace Pipeline.Ledger;

/// <summary>Which submission is in force for each unit and how it stands, the row of the year itself, its lock records, what was laid down for
/// it and what happened: one partition a year, so that all of it changes together.</summary>
internal sealed class HeadTable(TableClient table, Race race)
{
    /// <summary>Audit rows and clauses come before the heads in the order of keys: the year is read without them.</summary>
    public async Task<YearHeads> ReadAsync(int year, CancellationToken ct)
    {
        var (heads, returns, etags) = (new Dictionary<string, Head>(), new Dictionary<string, ReturnState>(), new Dictionary<string, string>());
        var (state, locks) = (YearState.New, new List<LockRecord>());
        await foreach (var row in RowsAsync(year, $"RowKey ge '{HeadRow.Prefix}'", ct))
        {
            if (row.RowKey == YearRow.Key)
                state = YearRow.Read(row);
            else if (row.RowKey.StartsWith(LockRow.Prefix, StringComparison.Ordinal))
                locks.Add(LockRow.Read(row));
            else if (HeadRow.ReadState(row) is var found)
            {
                (returns[found.Unit], etags[found.Unit]) = (found, row.ETag.ToString());
                if (HeadRow.ReadHead(row) is { } head)
                    heads[found.Unit] = head;
            }
        }
        return new(year, heads, state) { Returns = returns, ETags = etags, Locks = locks };
    }

    public async Task<UnitHead> ReadUnitAsync(int year, string unit, CancellationToken ct) =>
        await FindAsync(year, HeadRow.Prefix + KeyText.Of(unit), ct) is { } row ? new(HeadRow.ReadState(row), HeadRow.ReadHead(row)) : new(new(year, unit), null);

    public async Task<YearState> ReadStateAsync(int year, CancellationToken ct) => await FindAsync(year, YearRow.Key, ct) is { } row ? YearRow.Read(row) : YearState.New;

    public async Task<IReadOnlyList<AuditEntry>> ReadHistoryAsync(int year, string? unit, CancellationToken ct) =>
        await RowsAsync(year, KeyRange.Rows(unit is null ? AuditRow.OfYear : AuditRow.OfUnit(unit)), ct).Select(AuditRow.Read).ToListAsync(ct);

    /// <param name="year">Fiscal year.</param>
    /// <param name="unit">The unit whose own clauses are wanted beside those of all; null: those of every unit.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Terms> ReadTermsAsync(int year, string? unit, CancellationToken ct)
    {
        var rows = KeyRange.Rows(ClauseRow.Prefix) + (unit is null ? "" : $" and {ClauseRow.WithinReachOf(unit)}");
        return new(year, await RowsAsync(year, rows, ct).Select(ClauseRow.Read).ToListAsync(ct));
    }

    /// <param name="submission">What was judged.</param>
    /// <param name="rowCount">Rows of its version; of no account when it was refused.</param>
    /// <param name="check">The judgement.</param>
    /// <param name="now">For the audit row.</param>
    /// <param name="ct">Ends the waiting too.</param>
    public async Task<Published> JudgeAsync(Submission submission, int rowCount, MachineCheck check, DateTimeOffset now, CancellationToken ct)
    {
        var head = new Head(submission, rowCount);
        // Most returns are the first of their unit: whether there was one is asked by inserting.
        return await TryJudgeFirstAsync(head, check, now, ct)
            ?? await race.RunAsync(token => TryJudgeNextAsync(head, check, now, token), ct);
    }

    /// <returns>False when one of the rows was changed by another since it was read.</returns>
    public async Task<bool> TryChangeAsync(YearChange change, CancellationToken ct)
    {
        var partition = Partition(change.Read.Year);
        var audit = change.Events.Select(e => AuditRow.Of(partition, e)).ToList();
        List<TableTransactionAction> actions = [.. audit.Select(Add)];
        foreach (var moved in change.Returns)
            actions.Add(Put(HeadOf(partition, change.Read, moved), change.Read.ETags.GetValueOrDefault(moved.Unit)));
        if (change.State is { } state)
            actions.Add(Put(YearRow.Of(partition, state), change.Read.State.ETag));
        if (change.Record is { } record)
            actions.Add(Add(LockRow.Of(partition, record)));
        if (change.Clause is { } clause)
            actions.Add(Add(ClauseRow.Of(partition, change.State!.Review.Revision, clause)));
        try
        {
            await table.SubmitTransactionAsync(actions, ct);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412 && !TableFault.TableIsAway(lost))
        {
            // Ours, if the first event is: then our own first try got through and only its answer was lost.
            return await IsThereAsync(audit[0], ct);
        }
    }

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
            return await FindAsync(year, YearRow.Key, ct) is { } found && YearRow.SaySame(found, row);
        }
    }

    /// <summary>Partitions of facts that a head points at, of every year.</summary>
    public async IAsyncEnumerable<string> ListVersionsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(KeyRange.Rows(HeadRow.Prefix), cancellationToken: ct))
        {
            if (HeadRow.ReadHead(row)?.Submission is { } submission)
                yield return FactKeys.Partition(submission.Year, submission.Unit, submission.Hash);
        }
    }

    public Task PingAsync(CancellationToken ct) => table.GetEntityIfExistsAsync<TableEntity>("ping", "ping", cancellationToken: ct);

    private async Task<Published?> TryJudgeFirstAsync(Head head, MachineCheck check, DateTimeOffset now, CancellationToken ct)
    {
        var (year, unit) = (head.Submission.Year, head.Submission.Unit);
        if (check.Beside > 0)
            return null;
        if (ReturnLife.Decide(new(year, unit), check, now) is not Decision.Transition first)
            throw new InvalidOperationException("The first upload of a unit is always taken or refused.");
        try
        {
            var row = HeadRow.Of(Partition(year), first.State, check.IsRefused ? null : head);
            await table.SubmitTransactionAsync([Add(row), .. Audit(year, first)], ct);
            return new(Publication.InForce, first.State, "");
        }
        catch (RequestFailedException there) when (there.Status == 409 && !TableFault.TableIsAway(there))
        {
            return null;
        }
    }

    private async Task<Published> TryJudgeNextAsync(Head head, MachineCheck check, DateTimeOffset now, CancellationToken ct)
    {
        var partition = Partition(head.Submission.Year);
        try
        {
            var key = HeadRow.Prefix + KeyText.Of(head.Submission.Unit);
            var found = (await table.GetEntityAsync<TableEntity>(partition, key, cancellationToken: ct)).Value;
            var (state, inForce) = (HeadRow.ReadState(found), HeadRow.ReadHead(found));
            var next = check.IsRefused ? inForce : head;
            switch (ReturnLife.Decide(state, check, now))
            {
                case Decision.Transition { Events: [] } renewed when !check.IsRefused:
                    await table.UpdateEntityAsync(HeadRow.Of(partition, renewed.State, next), found.ETag, TableUpdateMode.Replace, ct);
                    return new(Publication.InForce, renewed.State, "");
                case Decision.Transition taken:
                    await table.SubmitTransactionAsync(
                        [Put(HeadRow.Of(partition, taken.State, next), found.ETag.ToString()), .. Audit(head.Submission.Year, taken)], ct);
                    return new(Publication.InForce, taken.State, "");
                case Decision.Rejection rejection:
                    return new(Publication.Held, state, rejection.Reason);
                case Decision.Superseded:
                    return new(Publication.Superseded, state, "");
            }

            if (check.IsRefused || inForce?.Submission.Hash != head.Submission.Hash)
                return new(check.IsRefused ? Publication.InForce : Publication.Superseded, state, "");
            // Ours: a repeated publication, or one whose answer was lost on the way. Its version may have been read anew.
            var anew = HeadRow.Of(partition, state, inForce with { RowCount = head.RowCount });
            if (inForce.RowCount != head.RowCount)
                await table.UpdateEntityAsync(anew, found.ETag, TableUpdateMode.Replace, ct);
            return new(Publication.InForce, state, "");
        }
        catch (RequestFailedException moved) when (moved.Status is 404 or 409 or 412 && !TableFault.TableIsAway(moved))
        {
            throw new RaceLostException($"The head of {head.Submission.Unit}", moved);
        }
    }

    private async Task<bool> IsThereAsync(TableEntity audit, CancellationToken ct)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(audit.PartitionKey, audit.RowKey, cancellationToken: ct);
        return found.HasValue && AuditRow.SaySame(found.Value!, audit);
    }

    private async Task<TableEntity?> FindAsync(int year, string key, CancellationToken ct) =>
        await table.GetEntityIfExistsAsync<TableEntity>(Partition(year), key, cancellationToken: ct) is { HasValue: true } found ? found.Value : null;

    private AsyncPageable<TableEntity> RowsAsync(int year, string rows, CancellationToken ct) =>
        table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition(year)}' and {rows}", cancellationToken: ct);

    private static TableEntity HeadOf(string partition, YearHeads read, ReturnState state) =>
        HeadRow.Of(partition, state, state.Submission is null ? null : read.Heads[state.Unit]);

    private static IEnumerable<TableTransactionAction> Audit(int year, Decision.Transition taken) =>
        taken.Events.Select(e => Add(AuditRow.Of(Partition(year), e)));

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private static TableTransactionAction Put(TableEntity row, string? etag) =>
        etag is null ? Add(row) : new(TableTransactionActionType.UpdateReplace, row, new ETag(etag));

    private static string Partition(int year) => year.ToString(CultureInfo.InvariantCulture);
}
