using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.Consolidation;
using Pipeline.Ledger.Storage;
using Pipeline.Returns;

namespace Pipeline.Ledger;

/// <summary>The ledger on Azure Tables, Blobs and Queues.</summary>
/// <param name="uploads">Account that returns are uploaded to.</param>
/// <param name="blobs">Account of receipts, snapshots and reports.</param>
/// <param name="tables">Account of facts, heads and answers.</param>
/// <param name="queues">Account of requests; messages are encoded in base64.</param>
/// <param name="clock">Dates links and finds what is old.</param>
public sealed class AzureLedger(
    BlobServiceClient uploads, BlobServiceClient blobs, TableServiceClient tables, QueueServiceClient queues, TimeProvider clock) : ILedger
{
    private readonly UploadStore uploaded = new(uploads.GetBlobContainerClient(Names.Uploads));
    private readonly FactTable facts = new(tables.GetTableClient(Names.Facts));
    private readonly HeadTable heads = new(tables.GetTableClient(Names.Heads));
    private readonly ReceiptStore receipts = new(blobs.GetBlobContainerClient(Names.Receipts), tables.GetTableClient(Names.Receipts));
    private readonly SnapshotStore snapshots = new(blobs.GetBlobContainerClient(Names.Snapshots));
    private readonly ReportStore reports = new(blobs, clock);
    private readonly RequestQueue consolidations = new(queues.GetQueueClient(Names.Consolidations));
    private readonly RequestQueue emissions = new(queues.GetQueueClient(Names.Emissions));

    public Task PrepareAsync(CancellationToken ct) => Task.WhenAll(
    [
        uploads.GetBlobContainerClient(Names.Uploads).CreateIfNotExistsAsync(cancellationToken: ct),
        .. new[] { Names.Receipts, Names.Snapshots, Names.Reports }.Select(name => blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: ct)),
        .. new[] { Names.Facts, Names.Heads, Names.Receipts }.Select(name => tables.CreateTableIfNotExistsAsync(name, ct)),
        .. new[] { Names.Consolidations, Names.Emissions }.Select(name => queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: ct)),
    ]);

    public Task PingAsync(CancellationToken ct) => Task.WhenAll(
        uploads.GetBlobContainerClient(Names.Uploads).GetPropertiesAsync(cancellationToken: ct),
        blobs.GetBlobContainerClient(Names.Receipts).GetPropertiesAsync(cancellationToken: ct),
        tables.GetTableClient(Names.Heads).GetEntityIfExistsAsync<TableEntity>("-", "-", cancellationToken: ct),
        queues.GetQueueClient(Names.Consolidations).GetPropertiesAsync(ct));

    public Task<UploadContent?> ReadUploadAsync(string path, long most, CancellationToken ct) => uploaded.ReadAsync(path, most, ct);

    public IAsyncEnumerable<Upload> ListUploadsAsync(CancellationToken ct) => uploaded.ListAsync(ct);

    public Task<FactVersion> StoreAsync(Submission submission, Return accepted, CancellationToken ct) => facts.StoreAsync(submission, accepted, ct);

    public Task<Publication> PublishAsync(Submission submission, FactVersion version, CancellationToken ct) => heads.PublishAsync(submission, version, ct);

    public Task<Receipt> AnswerAsync(Submission submission, Receipt receipt, CancellationToken ct) => receipts.AnswerAsync(submission, receipt, ct);

    public IAsyncEnumerable<(string Path, string ETag)> ListAnsweredAsync(CancellationToken ct) => receipts.ListAsync(ct);

    public Task<IReadOnlyDictionary<string, AnsweredUpload>> ReadAnswersAsync(int year, CancellationToken ct) => receipts.ReadNewestAsync(year, ct);

    public Task<Receipt?> ReadReceiptAsync(int year, string unit, string submission, CancellationToken ct) => receipts.FindAsync(year, unit, submission, ct);

    public Task<YearHeads> ReadYearAsync(int year, CancellationToken ct) => heads.ReadAsync(year, ct);

    public Task<Return> ReadReturnAsync(Head head, CancellationToken ct) => facts.ReadAsync(head.Submission, head.Version, ct);

    public Task<bool> TryChangeYearAsync(int year, YearState state, CancellationToken ct) => heads.TryChangeAsync(year, state, ct);

    public Task WriteSnapshotAsync(Snapshot snapshot, CancellationToken ct) => snapshots.WriteAsync(snapshot, ct);

    public Task<Snapshot?> ReadSnapshotAsync(int year, string id, CancellationToken ct) => snapshots.ReadAsync(year, id, ct);

    public Task WriteReportFileAsync(int year, string snapshot, string name, byte[] bytes, CancellationToken ct) =>
        reports.WriteAsync(year, snapshot, name, bytes, ct);

    public Task<Uri?> MintLinkAsync(int year, string snapshot, string name, string downloadName, CancellationToken ct) =>
        reports.MintAsync(year, snapshot, name, downloadName, ct);

    public Task RequestConsolidationAsync(int year, CancellationToken ct) => consolidations.SendAsync(new { Year = year }, ct);

    public Task RequestEmissionAsync(int year, string snapshot, CancellationToken ct) => emissions.SendAsync(new { Year = year, Snapshot = snapshot }, ct);

    public async Task<int> DeleteOrphansAsync(TimeSpan age, CancellationToken ct)
    {
        // Versions first: one that is put in force meanwhile is then seen among the heads.
        var versions = await facts.ListAsync(clock.GetUtcNow() - age, ct);
        if (versions.Count == 0) return 0;
        var inForce = await heads.ListVersionsAsync(ct);
        var answered = await receipts.ListSubmissionsAsync(ct);
        var orphans = versions.Where(v => !inForce.Contains(v) && !answered.Contains(v.Split('|')[2])).ToList();
        foreach (var orphan in orphans) await facts.DeleteAsync(orphan, ct);
        return orphans.Count;
    }
}
