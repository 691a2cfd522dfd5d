using Pipeline.Consolidation;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Review;
using Pipeline.Rules;

namespace Pipeline.Ledger;

/// <summary>台账: everything that outlives a call. The only seam to storage; a fault of the world leaves it as an exception.</summary>
public interface ILedger
{
    /// <summary>Makes tables, containers and queues that are not there. Safe to call any number of times.</summary>
    Task PrepareAsync(CancellationToken ct);

    /// <summary>One cheap read per store; throws when one does not answer.</summary>
    Task PingAsync(CancellationToken ct);

    /// <summary>An upload with its bytes, or null when it is gone.</summary>
    /// <remarks>One that is far too large to be a return is not read: it comes without bytes.</remarks>
    Task<UploadContent?> ReadUploadAsync(string path, CancellationToken ct);

    /// <summary>What the scan for malware says of an upload so far, without opening it; null when the upload is gone.</summary>
    Task<UploadScan?> ReadScanAsync(string path, CancellationToken ct);

    /// <summary>Every file lying in the container of uploads.</summary>
    IAsyncEnumerable<Upload> ListUploadsAsync(CancellationToken ct);

    /// <summary>Stores the values of an accepted return under its own version. Repeating it changes nothing.</summary>
    /// <returns>How many rows the version has.</returns>
    Task<int> StoreAsync(Submission submission, Return accepted, CancellationToken ct);

    /// <summary>Puts a stored submission in force unless a newer one is, or the one in force is held: the commit point. How the return stands
    /// and what happened to it are written with it.</summary>
    /// <param name="submission">Which one.</param>
    /// <param name="rowCount">What <see cref="StoreAsync"/> said.</param>
    /// <param name="check">The judgement, which must not be a refusal.</param>
    /// <param name="now">When it happens, for the audit.</param>
    /// <param name="ct">Gives up.</param>
    Task<Published> PublishAsync(Submission submission, int rowCount, MachineCheck check, DateTimeOffset now, CancellationToken ct);

    /// <summary>Writes down that an upload was refused. What is in force stays; repeating it changes nothing.</summary>
    /// <returns>How the unit's return stands; <see cref="Publication.Held"/> when the upload must be judged again.</returns>
    Task<Published> RefuseAsync(Submission submission, MachineCheck check, DateTimeOffset now, CancellationToken ct);

    /// <summary>Answers an upload. The first receipt of a submission stands for good; a later upload of the same file has one of its own when
    /// its outcome is another.</summary>
    /// <param name="submission">Which one.</param>
    /// <param name="receipt">The answer.</param>
    /// <param name="draw">Receipt → the bytes of its workbook; asked for the receipt that stands. Null: there is no workbook.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The receipt that stands: <paramref name="receipt"/>, or the one given before.</returns>
    Task<Receipt> AnswerAsync(Submission submission, Receipt receipt, Func<Receipt, byte[]>? draw, CancellationToken ct);

    /// <summary>The receipt that answers this very upload, or null while it is not answered.</summary>
    Task<Receipt?> FindReceiptAsync(Submission submission, CancellationToken ct);

    /// <summary>Where and when the same file was taken before, the earliest first; of every unit and year.</summary>
    Task<IReadOnlyList<EarlierUpload>> FindAcceptedAsync(string hash, CancellationToken ct);

    /// <summary>Path and ETag of every upload that has been answered.</summary>
    IAsyncEnumerable<(string Path, string ETag)> ListAnsweredAsync(CancellationToken ct);

    /// <summary>Of every unit, the answer to its newest upload.</summary>
    Task<IReadOnlyDictionary<string, AnsweredUpload>> ReadAnswersAsync(int year, CancellationToken ct);

    /// <summary>The receipt of a submission's newest upload, or null.</summary>
    Task<Receipt?> ReadReceiptAsync(int year, string unit, string submission, CancellationToken ct);

    /// <summary>The workbook of a receipt, or null.</summary>
    Task<byte[]?> ReadReceiptWorkbookAsync(Receipt receipt, CancellationToken ct);

    /// <summary>A short-lived, read-only link to the workbook of a receipt, or null when it is not there. Never stored, never logged.</summary>
    Task<Uri?> MintReceiptLinkAsync(Receipt receipt, string downloadName, CancellationToken ct);

    /// <summary>Heads, how the returns stand, the lock records and the year's row, in one call.</summary>
    Task<YearHeads> ReadYearAsync(int year, CancellationToken ct);

    /// <summary>How one unit's return stands, in one call that costs the same however many units there are.</summary>
    Task<UnitHead> ReadUnitAsync(int year, string unit, CancellationToken ct);

    /// <summary>The year's own row, in one call.</summary>
    Task<YearState> ReadYearStateAsync(int year, CancellationToken ct);

    /// <summary>The values of a submission in force; throws when the version is not whole.</summary>
    Task<Return> ReadReturnAsync(Head head, CancellationToken ct);

    /// <summary>Changes the year's row if nobody else did since it was read.</summary>
    /// <returns>False when somebody else did; true also when this very change had already been made.</returns>
    Task<bool> TryChangeYearAsync(int year, YearState state, CancellationToken ct);

    /// <summary>Makes changes together, with what is written down about them, unless anything they were decided upon has changed.</summary>
    /// <returns>False when it has; true also when these very changes had already been made.</returns>
    Task<bool> TryChangeAsync(YearChange change, CancellationToken ct);

    /// <summary>What happened to a unit's return, in order, or to the year itself.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="unit">Unit code; null means the events of the year.</param>
    /// <param name="ct">Gives up.</param>
    Task<IReadOnlyList<AuditEntry>> ReadHistoryAsync(int year, string? unit, CancellationToken ct);

    /// <summary>What was laid down for the year, in one call.</summary>
    Task<Terms> ReadTermsAsync(int year, CancellationToken ct);

    /// <summary>What was laid down for the year but the budgets of other units, in one call that costs the same however many units there are.</summary>
    Task<Terms> ReadTermsAsync(int year, string unit, CancellationToken ct);

    /// <summary>Keeps a snapshot, content-addressed and write-once.</summary>
    Task WriteSnapshotAsync(Snapshot snapshot, CancellationToken ct);

    /// <summary>A kept snapshot, or null.</summary>
    Task<Snapshot?> ReadSnapshotAsync(int year, string id, CancellationToken ct);

    /// <summary>Keeps a file of a report, write-once: a second write of the same name leaves the first.</summary>
    Task WriteReportFileAsync(int year, string snapshot, string name, ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>A short-lived, read-only link to one file of a report, or null when it is not there. Never stored, never logged.</summary>
    Task<Uri?> MintLinkAsync(int year, string snapshot, string name, string downloadName, CancellationToken ct);

    /// <summary>Asks for "recompute year".</summary>
    Task RequestConsolidationAsync(int year, CancellationToken ct);

    /// <summary>Asks for the report of a snapshot.</summary>
    Task RequestEmissionAsync(int year, string snapshot, CancellationToken ct);

    /// <summary>Asks for the ingestion of an upload that waits for its scan.</summary>
    /// <param name="upload">Its path.</param>
    /// <param name="pause">Not before so long from now.</param>
    /// <param name="ct">Gives up.</param>
    Task RequestIngestionAsync(string upload, TimeSpan pause, CancellationToken ct);

    /// <summary>The poison queues this ledger can see, by name.</summary>
    IReadOnlyCollection<string> PoisonQueues { get; }

    /// <summary>About how many messages lie in one of <see cref="PoisonQueues"/>.</summary>
    Task<int> CountPoisonedAsync(string queue, CancellationToken ct);

    /// <summary>Deletes stored versions that no head and no receipt speaks of and that are older than <paramref name="age"/>.</summary>
    /// <returns>How many versions were deleted.</returns>
    Task<int> DeleteOrphansAsync(TimeSpan age, CancellationToken ct);
}
