using System.Globalization;
using System.Security.Cryptography;
using Pipeline.Consolidation;
using Pipeline.Ledger;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;

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
    private int etag;

    public Dictionary<(int Year, string Snapshot, string Name), byte[]> Reports { get; } = [];

    public List<int> ConsolidationRequests { get; } = [];

    public List<(int Year, string Snapshot)> EmissionRequests { get; } = [];

    public int ReturnsRead { get; private set; }

    public int SnapshotsWritten { get; private set; }

    /// <summary>How many changes of a year's row somebody else still wins.</summary>
    public int RacesToLose { get; set; }

    public bool Answers { get; set; } = true;

    /// <summary>An upload that the store cannot give out.</summary>
    public string? Broken { get; set; }

    public void Upload(string path, byte[] bytes) =>
        uploads[path] = new UploadContent(new Upload(path, (++etag).ToString(CultureInfo.InvariantCulture), clock.GetUtcNow(), bytes.Length), Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);

    /// <summary>An upload too large to be held in memory.</summary>
    public void UploadTooLarge(string path)
    {
        Upload(path, []);
        uploads[path] = uploads[path] with { Bytes = null };
    }

    public void Remove(string path) => uploads.Remove(path);

    public Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    public Task PingAsync(CancellationToken ct) => Answers ? Task.CompletedTask : Task.Delay(Timeout.InfiniteTimeSpan, ct);

    public Task<UploadContent?> ReadUploadAsync(string path, CancellationToken ct) =>
        path == Broken ? throw new IOException(path) : Task.FromResult(uploads.GetValueOrDefault(path));

    public async IAsyncEnumerable<Upload> ListUploadsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var upload in uploads.Values.ToList()) yield return await Task.FromResult(upload.Upload);
    }

    public Task<int> StoreAsync(Submission submission, Return accepted, CancellationToken ct)
    {
        stored[(submission.Year, submission.Unit, submission.Hash)] = (submission, accepted);
        return Task.FromResult(accepted.Items.Count + accepted.Lines.Count);
    }

    public Task<Publication> PublishAsync(Submission submission, int rowCount, CancellationToken ct)
    {
        var key = (submission.Year, submission.Unit);
        if (heads.TryGetValue(key, out var head) && head.Submission.Sequence > submission.Sequence && head.Submission.Hash != submission.Hash)
            return Task.FromResult(Publication.Superseded);
        heads[key] = new Head(submission, rowCount);
        return Task.FromResult(Publication.InForce);
    }

    public Task<Receipt> AnswerAsync(Submission submission, Receipt receipt, CancellationToken ct)
    {
        receipts.TryAdd((submission.Year, submission.Unit, submission.Hash), receipt);
        answers.Add(new AnsweredUpload(submission, receipt.Verdict, receipt.Findings.Count, 0, $"{submission.Year}/{submission.Unit}/{submission.Hash}.json"));
        return Task.FromResult(receipts[(submission.Year, submission.Unit, submission.Hash)]);
    }

    public async IAsyncEnumerable<(string Path, string ETag)> ListAnsweredAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var answer in answers.ToList()) yield return await Task.FromResult((answer.Submission.Path, answer.Submission.ETag));
    }

    public Task<IReadOnlyDictionary<string, AnsweredUpload>> ReadAnswersAsync(int year, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, AnsweredUpload>>(
            answers.Where(a => a.Submission.Year == year).GroupBy(a => a.Submission.Unit).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Submission.Sequence)!));

    public Task<Receipt?> ReadReceiptAsync(int year, string unit, string submission, CancellationToken ct) =>
        Task.FromResult(receipts.GetValueOrDefault((year, unit, submission)));

    public Task<YearHeads> ReadYearAsync(int year, CancellationToken ct) => Task.FromResult(new YearHeads(
        year, heads.Where(h => h.Key.Item1 == year).ToDictionary(h => h.Key.Item2, h => h.Value), years.GetValueOrDefault(year, YearState.New)));

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

    public Task WriteSnapshotAsync(Snapshot snapshot, CancellationToken ct)
    {
        SnapshotsWritten++;
        snapshots.TryAdd((snapshot.Year, snapshot.Id), snapshot);
        return Task.CompletedTask;
    }

    public Task<Snapshot?> ReadSnapshotAsync(int year, string id, CancellationToken ct) => Task.FromResult(snapshots.GetValueOrDefault((year, id)));

    public Task WriteReportFileAsync(int year, string snapshot, string name, byte[] bytes, CancellationToken ct)
    {
        Reports.TryAdd((year, snapshot, name), bytes);
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

    public Task<int> DeleteOrphansAsync(TimeSpan age, CancellationToken ct) => Task.FromResult(0);
}
