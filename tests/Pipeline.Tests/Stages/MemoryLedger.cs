using System.Globalization;
using System.Security.Cryptography;
using Pipeline.Consolidation;
using Pipeline.Ledger;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Review;
using Pipeline.Rules;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Stages;

/// <summary>A ledger that keeps everything in memory and can be made to lose the race for the year's row.</summary>
internal sealed class MemoryLedger(TimeProvider clock) : ILedger
{
    private readonly Dictionary<string, UploadContent> uploads = [];
    private readonly Dictionary<(int, string, string), (Submission Submission, Return Return)> stored = [];
    private readonly Dictionary<(int, string), Head> heads = [];
    private readonly Dictionary<int, YearState> years = [];
    private readonly Dictionary<(int, string, string), Receipt> receipts = [];
    private readonly List<AnsweredUpload> answers = [];
    private readonly Dictionary<(int, string), Snapshot> snapshots = [];
    private readonly Dictionary<(int, string), ReturnState> returns = [];
    private readonly List<(int Year, AuditEntry Entry)> audit = [];
    private readonly List<(int Year, Clause Clause)> clauses = [];
    private readonly List<LockRecord> locks = [];
    private readonly List<(string Hash, EarlierUpload Upload)> files = [];
    private readonly Dictionary<(int, string, string), byte[]> workbooks = [];
    private int etag;

    public Dictionary<(int Year, string Snapshot, string Name), byte[]> Reports { get; } = [];

    public List<int> ConsolidationRequests { get; } = [];

    public List<(int Year, string Snapshot)> EmissionRequests { get; } = [];

    /// <summary>Uploads to be looked at again, and after what pause.</summary>
    public Queue<(string Upload, TimeSpan Pause)> IngestionRequests { get; } = [];

    public int ReturnsRead { get; private set; }

    public int SnapshotsWritten { get; private set; }

    /// <summary>How many changes of a year's row somebody else still wins.</summary>
    public int RacesToLose { get; set; }

    /// <summary>What another instance does once, after the next upload was judged and before anything comes of it.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public bool Answers { get; set; } = true;

    /// <summary>What the scan says of an upload when it is asked.</summary>
    public Func<string, string?> Scan { get; set; } = _ => null;

    /// <summary>How often the scan was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Uploads whose bytes were fetched, in order.</summary>
    public List<string> Opened { get; } = [];

    /// <summary>An upload that the store cannot give out.</summary>
    public string? Broken { get; set; }

    /// <summary>Messages by poison queue; a negative number: the queue does not answer.</summary>
    public Dictionary<string, int> Poisoned { get; } = new() { ["emit-report-poison"] = 0 };

    public IReadOnlyCollection<string> PoisonQueues => Poisoned.Keys;

    public void Upload(string path, byte[] bytes) =>
        uploads[path] = new UploadContent(new Upload(path, (++etag).ToString(CultureInfo.InvariantCulture), clock.GetUtcNow(), bytes.Length), Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);

    /// <summary>An upload too large to be read.</summary>
    public void UploadTooLarge(string path)
    {
        Upload(path, []);
        uploads[path] = UploadContent.Unread(uploads[path].Upload with { Length = UploadContent.Limit + 1 }, WorkbookRefusal.TooLarge);
    }

    public void Remove(string path) => uploads.Remove(path);

    public Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    public Task PingAsync(CancellationToken ct) => Answers ? Task.CompletedTask : Task.Delay(Timeout.InfiniteTimeSpan, ct);

    public Task<UploadContent?> ReadUploadAsync(string path, CancellationToken ct)
    {
        if (path == Broken) throw new IOException(path);
        Opened.Add(path);
        return Task.FromResult(uploads.GetValueOrDefault(path));
    }

    public Task<UploadScan?> ReadScanAsync(string path, CancellationToken ct)
    {
        Asked++;
        return Task.FromResult(uploads.TryGetValue(path, out var content) ? new UploadScan(content.Upload, Scan(path)) : null);
    }

    public async IAsyncEnumerable<Upload> ListUploadsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var upload in uploads.Values.ToList()) yield return await Task.FromResult(upload.Upload);
    }

    public async Task<int> StoreAsync(Submission submission, Return accepted, CancellationToken ct)
    {
        await LetOthersAsync();
        stored[(submission.Year, submission.Unit, submission.Hash)] = (submission, accepted);
        return accepted.Items.Count + accepted.Lines.Count;
    }

    public Task<Published> PublishAsync(Submission submission, int rowCount, MachineCheck check, DateTimeOffset now, CancellationToken ct)
    {
        var (key, state) = ((submission.Year, submission.Unit), StateOf(submission.Year, submission.Unit));
        switch (ReturnLife.Decide(state, check, now))
        {
            case Decision.Transition taken:
                heads[key] = new Head(submission, rowCount);
                Keep(submission.Year, [taken.State], taken.Events);
                return Task.FromResult(new Published(Publication.InForce, taken.State, ""));
            case Decision.Rejection rejection:
                return Task.FromResult(new Published(Publication.Held, state, rejection.Reason));
            default:
                var inForce = heads.TryGetValue(key, out var head) && head.Submission.Hash == submission.Hash;
                return Task.FromResult(new Published(inForce ? Publication.InForce : Publication.Superseded, state, ""));
        }
    }

    public Task<Published> RefuseAsync(Submission submission, MachineCheck check, DateTimeOffset now, CancellationToken ct)
    {
        var state = StateOf(submission.Year, submission.Unit);
        switch (ReturnLife.Decide(state, check, now))
        {
            case Decision.Transition refused:
                Keep(submission.Year, [refused.State], refused.Events);
                return Task.FromResult(new Published(Publication.InForce, refused.State, ""));
            case Decision.Rejection rejection:
                return Task.FromResult(new Published(Publication.Held, state, rejection.Reason));
            default:
                return Task.FromResult(new Published(Publication.InForce, state, ""));
        }
    }

    public Task<Receipt> AnswerAsync(Submission submission, Receipt receipt, Func<Receipt, byte[]>? draw, CancellationToken ct)
    {
        receipts.TryAdd((submission.Year, submission.Unit, submission.Hash), receipt);
        var standing = receipts[(submission.Year, submission.Unit, submission.Hash)];
        if (standing.ReceivedAt != receipt.ReceivedAt && standing.Outcome != receipt.Outcome)
        {
            receipts.TryAdd((submission.Year, submission.Unit, (receipt with { Again = true }).Id), receipt with { Again = true });
            standing = receipts[(submission.Year, submission.Unit, (receipt with { Again = true }).Id)];
        }
        if (draw is not null) workbooks.TryAdd((submission.Year, submission.Unit, standing.Id), draw(standing));
        if (standing.Outcome == Outcome.Taken && !files.Any(f => f.Hash == submission.Hash && f.Upload.Year == submission.Year && f.Upload.Unit == submission.Unit))
            files.Add((submission.Hash, new EarlierUpload(submission.Year, submission.Unit, receipt.ReceivedAt)));
        answers.Add(new AnsweredUpload(submission, standing.Verdict, standing.Findings.Count, 0, $"{submission.Year}/{submission.Unit}/{standing.Id}.json"));
        return Task.FromResult(standing);
    }

    public Task<Receipt?> FindReceiptAsync(Submission submission, CancellationToken ct) => Task.FromResult(
        answers.FirstOrDefault(a => a.Submission.Path == submission.Path && a.Submission.ETag == submission.ETag) is { } answer ? ReceiptOf(answer) : null);

    public Task<IReadOnlyList<EarlierUpload>> FindAcceptedAsync(string hash, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<EarlierUpload>>([.. files.Where(f => f.Hash == hash).Select(f => f.Upload).OrderBy(f => f.At)]);

    public Task<byte[]?> ReadReceiptWorkbookAsync(Receipt receipt, CancellationToken ct) =>
        Task.FromResult(workbooks.GetValueOrDefault((receipt.Year, receipt.Unit, receipt.Id)));

    public Task<Uri?> MintReceiptLinkAsync(Receipt receipt, string downloadName, CancellationToken ct) =>
        Task.FromResult(workbooks.ContainsKey((receipt.Year, receipt.Unit, receipt.Id)) ? new Uri($"http://127.0.0.1/{receipt.Year}/{receipt.Unit}/{receipt.Id}.xlsx") : null);

    public async IAsyncEnumerable<(string Path, string ETag)> ListAnsweredAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await LetOthersAsync();
        foreach (var answer in answers.ToList()) yield return await Task.FromResult((answer.Submission.Path, answer.Submission.ETag));
    }

    public Task<IReadOnlyDictionary<string, AnsweredUpload>> ReadAnswersAsync(int year, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, AnsweredUpload>>(
            answers.Where(a => a.Submission.Year == year).GroupBy(a => a.Submission.Unit).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Submission.Sequence)!));

    public Task<Receipt?> ReadReceiptAsync(int year, string unit, string submission, CancellationToken ct) =>
        Task.FromResult(
            answers.Where(a => (a.Submission.Year, a.Submission.Unit, a.Submission.Hash) == (year, unit, submission)).MaxBy(a => a.Submission.Sequence) is { } answer
                ? ReceiptOf(answer) : null);

    public Task<YearHeads> ReadYearAsync(int year, CancellationToken ct)
    {
        var found = returns.Where(r => r.Key.Item1 == year).ToDictionary(r => r.Key.Item2, r => r.Value);
        var inForce = heads.Where(h => h.Key.Item1 == year).ToDictionary(h => h.Key.Item2, h => h.Value);
        return Task.FromResult(new YearHeads(year, inForce, years.GetValueOrDefault(year, YearState.New))
        {
            Returns = found,
            // A return changes with its revision or its newest upload.
            ETags = found.ToDictionary(r => r.Key, r => ETagOf(r.Value)),
            Locks = [.. locks.Where(l => l.Year == year)],
        });
    }

    public async Task<UnitHead> ReadUnitAsync(int year, string unit, CancellationToken ct)
    {
        var read = await ReadYearAsync(year, ct);
        return new(read.Return(unit), read.Heads.GetValueOrDefault(unit));
    }

    public async Task<YearState> ReadYearStateAsync(int year, CancellationToken ct) => (await ReadYearAsync(year, ct)).State;

    public Task<Return> ReadReturnAsync(Head head, CancellationToken ct)
    {
        ReturnsRead++;
        return Task.FromResult(stored[(head.Submission.Year, head.Submission.Unit, head.Submission.Hash)].Return);
    }

    public Task<bool> TryChangeYearAsync(int year, YearState state, CancellationToken ct)
    {
        if (RacesToLose-- > 0 || state.ETag != years.GetValueOrDefault(year, YearState.New).ETag) return Task.FromResult(false);
        years[year] = state with { ETag = (++etag).ToString(CultureInfo.InvariantCulture) };
        return Task.FromResult(true);
    }

    public Task<bool> TryChangeAsync(YearChange change, CancellationToken ct)
    {
        var year = change.Read.Year;
        var same = change.Returns.All(r => change.Read.ETags.GetValueOrDefault(r.Unit, "") == (returns.TryGetValue((year, r.Unit), out var now) ? ETagOf(now) : ""));
        if (!same || RacesToLose-- > 0 || (change.State is { } state && state.ETag != years.GetValueOrDefault(year, YearState.New).ETag)) return Task.FromResult(false);
        if (change.State is not null) years[year] = change.State with { ETag = (++etag).ToString(CultureInfo.InvariantCulture) };
        Keep(year, change.Returns, change.Events);
        if (change.Record is not null) locks.Add(change.Record);
        if (change.Clause is not null) clauses.Add((year, change.Clause));
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<AuditEntry>> ReadHistoryAsync(int year, string? unit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<AuditEntry>>([.. audit.Where(a => a.Year == year && a.Entry.Unit == unit).Select(a => a.Entry)]);

    public Task<Terms> ReadTermsAsync(int year, CancellationToken ct) =>
        Task.FromResult(new Terms(year, [.. clauses.Where(c => c.Year == year).Select(c => c.Clause)]));

    public async Task<Terms> ReadTermsAsync(int year, string unit, CancellationToken ct) =>
        new(year, [.. (await ReadTermsAsync(year, ct)).Clauses.Where(c => c is not Clause.Budget budget || budget.Unit == unit)]);

    public Task WriteSnapshotAsync(Snapshot snapshot, CancellationToken ct)
    {
        SnapshotsWritten++;
        snapshots.TryAdd((snapshot.Year, snapshot.Id), snapshot);
        return Task.CompletedTask;
    }

    public Task<Snapshot?> ReadSnapshotAsync(int year, string id, CancellationToken ct) => Task.FromResult(snapshots.GetValueOrDefault((year, id)));

    public Task WriteReportFileAsync(int year, string snapshot, string name, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        Reports.TryAdd((year, snapshot, name), bytes.ToArray());
        return Task.CompletedTask;
    }

    public Task<Uri?> MintLinkAsync(int year, string snapshot, string name, string downloadName, CancellationToken ct) =>
        Task.FromResult(Reports.ContainsKey((year, snapshot, name)) ? new Uri($"http://127.0.0.1/{year}/{snapshot}/{name}?as={Uri.EscapeDataString(downloadName)}") : null);

    public Task RequestConsolidationAsync(int year, CancellationToken ct)
    {
        ConsolidationRequests.Add(year);
        return Task.CompletedTask;
    }

    public Task RequestEmissionAsync(int year, string snapshot, CancellationToken ct)
    {
        EmissionRequests.Add((year, snapshot));
        return Task.CompletedTask;
    }

    public Task RequestIngestionAsync(string upload, TimeSpan pause, CancellationToken ct)
    {
        IngestionRequests.Enqueue((upload, pause));
        return Task.CompletedTask;
    }

    public Task<int> CountPoisonedAsync(string queue, CancellationToken ct) =>
        Poisoned[queue] < 0 ? throw new IOException(queue) : Task.FromResult(Poisoned[queue]);

    public Task<int> DeleteOrphansAsync(TimeSpan age, CancellationToken ct) => Task.FromResult(0);

    private Task LetOthersAsync()
    {
        var others = Meanwhile;
        Meanwhile = null;
        return others?.Invoke() ?? Task.CompletedTask;
    }

    private static string ETagOf(ReturnState state) => $"{state.Revision} {state.Taken} {state.Refused}";

    private ReturnState StateOf(int year, string unit) => returns.GetValueOrDefault((year, unit)) ?? new ReturnState(year, unit);

    private void Keep(int year, IEnumerable<ReturnState> states, IEnumerable<AuditEntry> events)
    {
        foreach (var state in states)
        {
            returns[(year, state.Unit)] = state;
            if (state.Submission is null) heads.Remove((year, state.Unit));
        }
        audit.AddRange(events.Select(e => (year, e)));
    }

    private Receipt ReceiptOf(AnsweredUpload answer) =>
        receipts[(answer.Submission.Year, answer.Submission.Unit, Path.GetFileNameWithoutExtension(answer.Receipt))];
}
