using Azure;
using Azure.Data.Tables;
using Polly;
using Polly.Retry;

namespace Pipeline.Ledger.Storage;

/// <summary>Which submission is in force for a unit (<c>HEAD|430100</c>), and the year's own row (<c>YEAR</c>): one partition a year, read in one call.</summary>
/// <remarks>Every row names the write that made it. The client repeats a call whose answer was lost, and its own first try may then stand in the way:
/// by that name it is recognised.</remarks>
internal sealed class HeadTable(TableClient table)
{
    private const string Commit = "CommitId";
    private const string YearRow = "YEAR";
    private const string HeadPrefix = "HEAD|";
    private const int Tries = 10;

    /// <summary>Somebody else wrote between our reading and our writing; nothing was lost, so it is done again. Faults of the network are the client's to repeat.</summary>
    private static readonly ResiliencePipeline<Publication?> Race = new ResiliencePipelineBuilder<Publication?>()
        .AddRetry(new RetryStrategyOptions<Publication?>
        {
            ShouldHandle = new PredicateBuilder<Publication?>().HandleResult(static outcome => outcome is null),
            MaxRetryAttempts = Tries - 1,
            Delay = TimeSpan.FromMilliseconds(10),
            MaxDelay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    /// <summary>Puts a submission in force unless a newer one is.</summary>
    public async Task<Publication> PublishAsync(Submission submission, FactVersion version, CancellationToken ct)
    {
        var head = new TableEntity(Names.Year(submission.Year), HeadPrefix + Names.Key(submission.Unit))
        {
            ["Unit"] = submission.Unit,
            ["Hash"] = submission.Hash,
            ["Sequence"] = submission.Sequence,
            ["Path"] = submission.Path,
            ["UploadTag"] = submission.ETag,
            ["Version"] = version.Key,
            ["Rows"] = version.Rows,
            [Commit] = Names.Hash($"{version.Key} {submission.Hash} {submission.Sequence}"),
        };
        return await Race.ExecuteAsync(async token => await TryPublishAsync(submission, head, token), ct)
            ?? throw new InvalidOperationException($"The head of {submission.Unit} was changed by others {Tries} times in a row.");
    }

    public async Task<YearHeads> ReadAsync(int year, CancellationToken ct)
    {
        var key = Names.Year(year);
        var heads = new Dictionary<string, Head>();
        var state = YearState.New;
        await foreach (var row in table.QueryAsync<TableEntity>(r => r.PartitionKey == key, cancellationToken: ct))
        {
            if (row.RowKey == YearRow) state = State(row);
            else heads[row.GetString("Unit")] = new Head(Submission(year, row), new FactVersion(row.GetString("Version"), row.GetInt32("Rows")!.Value));
        }

        return new YearHeads(year, heads, state);
    }

    /// <summary>Versions in force, of all years.</summary>
    public async Task<HashSet<string>> ListVersionsAsync(CancellationToken ct)
    {
        var versions = new HashSet<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(select: ["Version"], cancellationToken: ct))
        {
            if (row.GetString("Version") is { } version) versions.Add(version);
        }

        return versions;
    }

    /// <summary>Changes the year's row if it is as it was read.</summary>
    public async Task<bool> TryChangeAsync(int year, YearState state, CancellationToken ct)
    {
        var row = new TableEntity(Names.Year(year), YearRow)
        {
            ["Snapshot"] = state.Snapshot,
            ["Report"] = state.Report,
            ["Draft"] = state.Draft,
            ["Closed"] = state.Closed,
            ["Missing"] = string.Join(',', state.Missing),
            ["Note"] = state.Note,
        };
        row[Commit] = Names.Hash(string.Join('\n', row.Where(p => p.Value is not null).Select(p => $"{p.Key}={p.Value}")) + state.ETag);
        try
        {
            await (state.ETag is { } etag ? table.UpdateEntityAsync(row, new ETag(etag), TableUpdateMode.Replace, ct) : table.AddEntityAsync(row, ct));
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412 or 404)
        {
            return await FindAsync(row, ct) is { } standing && standing.GetString(Commit) == row.GetString(Commit);
        }
    }

    private async Task<Publication?> TryPublishAsync(Submission submission, TableEntity head, CancellationToken ct)
    {
        if (await FindAsync(head, ct) is not { } standing) return await TryAddAsync(head, ct);
        if (standing.GetString(Commit) == head.GetString(Commit)) return Publication.InForce;
        if (!submission.IsNewerThan(Submission(submission.Year, standing))) return standing.GetString("Hash") == submission.Hash ? Publication.InForce : Publication.Superseded;
        try
        {
            await table.UpdateEntityAsync(head, standing.ETag, TableUpdateMode.Replace, ct);
            return Publication.InForce;
        }
        catch (RequestFailedException fault) when (fault.Status is 412 or 404)
        {
            return null;
        }
    }

    private async Task<Publication?> TryAddAsync(TableEntity head, CancellationToken ct)
    {
        try
        {
            await table.AddEntityAsync(head, ct);
            return Publication.InForce;
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            return null;
        }
    }

    private async Task<TableEntity?> FindAsync(TableEntity row, CancellationToken ct)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: ct);
        return found.HasValue ? found.Value : null;
    }

    private static Submission Submission(int year, TableEntity row) => new(
        year, row.GetString("Unit"), row.GetString("Hash"), row.GetInt64("Sequence")!.Value, row.GetString("Path"), row.GetString("UploadTag"));

    private static YearState State(TableEntity row) => new(
        row.GetString("Snapshot"), row.GetString("Report"), row.GetBoolean("Draft") ?? false, row.GetDateTimeOffset("Closed"),
        row.GetString("Missing") is { Length: > 0 } missing ? missing.Split(',') : [], row.GetString("Note"), row.ETag.ToString());
}
