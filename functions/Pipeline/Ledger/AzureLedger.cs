using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.Consolidation;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Review;
using Pipeline.Rules;

namespace Pipeline.Ledger;

/// <summary>The ledger on Azure Tables, Blobs and Queues. Holds nothing across calls but a signing key: any number of instances may work on
/// the same stores.</summary>
/// <param name="uploads">The account where returns arrive.</param>
/// <param name="ledger">The account of receipts, snapshots and reports.</param>
/// <param name="tables">Facts, heads and answers.</param>
/// <param name="queues">Requests; its clients must write base64, as the triggers expect.</param>
/// <param name="clock">For the life of links and the age of orphans. Order among uploads is the store's.</param>
/// <param name="uploadQueues">Queues of the account where returns arrive, for its poison queue; null when they are out of reach.</param>
public sealed class AzureLedger(
    BlobServiceClient uploads, BlobServiceClient ledger, TableServiceClient tables, QueueServiceClient queues, TimeProvider clock,
    QueueServiceClient? uploadQueues = null)
    : ILedger, IDisposable
{
    private readonly UploadStore uploaded = new(uploads.GetBlobContainerClient(StoreNames.Uploads), new Race(clock));
    private readonly FactTable facts = new(tables.GetTableClient(StoreNames.Facts));
    private readonly HeadTable heads = new(tables.GetTableClient(StoreNames.Heads), new Race(clock));
    private readonly AnswerTable answers = new(tables.GetTableClient(StoreNames.Answers), new Race(clock));
    private readonly LinkMint mint = new(ledger, clock);
    private readonly ReceiptStore receipts = new(ledger.GetBlobContainerClient(StoreNames.Receipts));
    private readonly SnapshotStore snapshots = new(ledger.GetBlobContainerClient(StoreNames.Snapshots));
    private readonly ReportStore reports = new(ledger.GetBlobContainerClient(StoreNames.Reports));
    private readonly RequestQueues requests =
        new(queues.GetQueueClient(StoreNames.ConsolidateYear), queues.GetQueueClient(StoreNames.EmitReport), queues.GetQueueClient(StoreNames.AwaitScan));
    private readonly PoisonQueues poison = new(queues, uploadQueues);

    public IReadOnlyCollection<string> PoisonQueues => poison.Names;

    public Task PrepareAsync(CancellationToken ct) => Task.WhenAll(
    [
        uploads.GetBlobContainerClient(StoreNames.Uploads).CreateIfNotExistsAsync(cancellationToken: ct),
        ledger.GetBlobContainerClient(StoreNames.Receipts).CreateIfNotExistsAsync(cancellationToken: ct),
        ledger.GetBlobContainerClient(StoreNames.Snapshots).CreateIfNotExistsAsync(cancellationToken: ct),
        ledger.GetBlobContainerClient(StoreNames.Reports).CreateIfNotExistsAsync(cancellationToken: ct),
        .. new[] { StoreNames.Facts, StoreNames.Heads, StoreNames.Answers }.Select(t => tables.CreateTableIfNotExistsAsync(t, ct)),
        requests.PrepareAsync(ct),
    ]);

    public Task PingAsync(CancellationToken ct) => Task.WhenAll(
        uploads.GetBlobContainerClient(StoreNames.Uploads).GetPropertiesAsync(cancellationToken: ct),
        ledger.GetBlobContainerClient(StoreNames.Receipts).GetPropertiesAsync(cancellationToken: ct),
        heads.PingAsync(ct),
        requests.PingAsync(ct));

    public Task<UploadScan?> ReadScanAsync(string path, CancellationToken ct) => uploaded.ReadScanAsync(path, ct);

    public Task<UploadContent?> ReadUploadAsync(string path, CancellationToken ct) => uploaded.ReadAsync(path, ct);

    public IAsyncEnumerable<Upload> ListUploadsAsync(CancellationToken ct) => uploaded.ListAsync(ct);

    public Task<int> StoreAsync(Submission submission, Return accepted, CancellationToken ct) => facts.StoreAsync(submission, accepted, ct);

    public Task<Published> PublishAsync(Submission submission, int rowCount, MachineCheck check, DateTimeOffset now, CancellationToken ct) =>
        heads.JudgeAsync(submission, rowCount, Fits(submission, check, refused: false), now, ct);

    public Task<Published> RefuseAsync(Submission submission, MachineCheck check, DateTimeOffset now, CancellationToken ct) =>
        heads.JudgeAsync(submission, 0, Fits(submission, check, refused: true), now, ct);

    public async Task<Receipt> AnswerAsync(Submission submission, Receipt receipt, Func<Receipt, byte[]>? draw, CancellationToken ct)
    {
        // An upload counts as answered only when there is a receipt to fetch, so the row of the answer comes last.
        var standing = await receipts.WriteAsync(submission, receipt, ct);
        if (standing.ReceivedAt != receipt.ReceivedAt && standing.Outcome != receipt.Outcome)
            standing = await receipts.WriteAsync(submission, receipt with { Again = true }, ct);
        await Task.WhenAll(
            draw is null ? Task.CompletedTask : receipts.WriteWorkbookAsync(standing, draw(standing), ct),
            standing.Outcome == Outcome.Taken ? answers.WriteFileAsync(submission, receipt.ReceivedAt, ct) : Task.CompletedTask);
        await answers.WriteAsync(submission, standing, ct);
        return standing;
    }

    public async Task<Receipt?> FindReceiptAsync(Submission submission, CancellationToken ct) =>
        await answers.FindUploadAsync(submission, ct) is { } id ? await receipts.ReadAsync(submission.Year, submission.Unit, id, ct) : null;

    public Task<IReadOnlyList<EarlierUpload>> FindAcceptedAsync(string hash, CancellationToken ct) => answers.ReadFileAsync(hash, ct);

    public IAsyncEnumerable<(string Path, string ETag)> ListAnsweredAsync(CancellationToken ct) => answers.ListUploadsAsync(ct);

    public Task<IReadOnlyDictionary<string, AnsweredUpload>> ReadAnswersAsync(int year, CancellationToken ct) =>
        answers.ReadNewestAsync(year, ct);

    public async Task<Receipt?> ReadReceiptAsync(int year, string unit, string submission, CancellationToken ct) =>
        // A receipt can be fetched a moment before its upload counts as answered.
        await receipts.ReadAsync(year, unit, await answers.FindNewestAsync(year, unit, submission, ct) ?? submission, ct);

    public Task<byte[]?> ReadReceiptWorkbookAsync(Receipt receipt, CancellationToken ct) =>
        receipts.Workbook(receipt.Year, receipt.Unit, receipt.Id).ReadIfThereAsync(ct);

    public Task<Uri?> MintReceiptLinkAsync(Receipt receipt, string downloadName, CancellationToken ct) =>
        mint.MintIfThereAsync(receipts.Workbook(receipt.Year, receipt.Unit, receipt.Id), downloadName, ct);

    public Task<YearHeads> ReadYearAsync(int year, CancellationToken ct) => heads.ReadAsync(year, ct);

    public Task<UnitHead> ReadUnitAsync(int year, string unit, CancellationToken ct) => heads.ReadUnitAsync(year, unit, ct);

    public Task<YearState> ReadYearStateAsync(int year, CancellationToken ct) => heads.ReadStateAsync(year, ct);

    public Task<Return> ReadReturnAsync(Head head, CancellationToken ct) => facts.ReadAsync(head, ct);

    public Task<bool> TryChangeYearAsync(int year, YearState state, CancellationToken ct) => heads.TryChangeYearAsync(year, state, ct);

    public Task<bool> TryChangeAsync(YearChange change, CancellationToken ct) => heads.TryChangeAsync(change, ct);

    public Task<IReadOnlyList<AuditEntry>> ReadHistoryAsync(int year, string? unit, CancellationToken ct) =>
        heads.ReadHistoryAsync(year, unit, ct);

    public Task<Terms> ReadTermsAsync(int year, CancellationToken ct) => heads.ReadTermsAsync(year, null, ct);

    public Task<Terms> ReadTermsAsync(int year, string unit, CancellationToken ct) => heads.ReadTermsAsync(year, unit, ct);

    public Task WriteSnapshotAsync(Snapshot snapshot, CancellationToken ct) => snapshots.WriteAsync(snapshot, ct);

    public Task<Snapshot?> ReadSnapshotAsync(int year, string id, CancellationToken ct) => snapshots.ReadAsync(year, id, ct);

    public Task WriteReportFileAsync(int year, string snapshot, string name, ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
        reports.WriteAsync(year, snapshot, name, bytes, ct);

    // The name may come from a query: what is no plain name is not there.
    public Task<Uri?> MintLinkAsync(int year, string snapshot, string name, string downloadName, CancellationToken ct) =>
        reports.Find(year, snapshot, name) is { } file ? mint.MintIfThereAsync(file, downloadName, ct) : Task.FromResult<Uri?>(null);

    public Task RequestConsolidationAsync(int year, CancellationToken ct) => requests.RequestConsolidationAsync(year, ct);

    public Task RequestEmissionAsync(int year, string snapshot, CancellationToken ct) => requests.RequestEmissionAsync(year, snapshot, ct);

    public Task RequestIngestionAsync(string upload, TimeSpan pause, CancellationToken ct) => requests.RequestIngestionAsync(upload, pause, ct);

    public Task<int> CountPoisonedAsync(string queue, CancellationToken ct) => poison.CountAsync(queue, ct);

    public Task<int> DeleteOrphansAsync(TimeSpan age, CancellationToken ct) => facts.DeleteOrphansAsync(
        clock.GetUtcNow() - age,
        async () => await heads.ListVersionsAsync(ct).Concat(answers.ListVersionsAsync(ct)).ToHashSetAsync(StringComparer.Ordinal, ct),
        ct);

    public void Dispose() => mint.Dispose();

    private static MachineCheck Fits(Submission submission, MachineCheck check, bool refused) =>
        check.Upload == submission.Stamp && check.IsRefused == refused
            ? check
            : throw new ArgumentException($"This is no judgement of {submission.Path}, or not of this kind.", nameof(check));
}
