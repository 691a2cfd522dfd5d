using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Catalogue;

namespace Pipeline.Ledger.Storage;

/// <summary>Receipts as blobs, one a submission and never changed; and a row for every upload that was answered, one partition a unit and year.</summary>
internal sealed class ReceiptStore(BlobContainerClient container, TableClient table)
{
    private static readonly BlobHttpHeaders Json = new() { ContentType = "application/json; charset=utf-8" };

    /// <summary>Gives the receipt unless the submission has one, then notes that the upload is answered.</summary>
    /// <returns>The receipt that stands.</returns>
    public async Task<Receipt> AnswerAsync(Submission submission, Receipt receipt, CancellationToken ct)
    {
        var name = Names.Receipt(submission.Year, submission.Unit, submission.Hash);
        var written = await container.TryWriteAsync(name, ReceiptJson.Write(receipt), Json, ct);
        // Last: an upload without this row is swept up and answered again.
        await table.UpsertEntityAsync(Row(submission, receipt, name), TableUpdateMode.Replace, ct);
        return written ? receipt : await FindAsync(submission.Year, submission.Unit, submission.Hash, ct)
            ?? throw new InvalidDataException($"The receipt {name} was there and is gone.");
    }

    public async Task<Receipt?> FindAsync(int year, string unit, string submission, CancellationToken ct) =>
        await container.FindAsync(Names.Receipt(year, unit, submission), ct) is { } json ? ReceiptJson.Read(json) : null;

    /// <summary>Of every unit, the answer to its newest upload.</summary>
    public async Task<IReadOnlyDictionary<string, AnsweredUpload>> ReadNewestAsync(int year, CancellationToken ct)
    {
        var newest = new Dictionary<string, AnsweredUpload>();
        // From "2023|" up to, but without, "2023}".
        var (from, to) = ($"{Names.Year(year)}|", $"{Names.Year(year)}}}");
        await foreach (var row in table.QueryAsync<TableEntity>(r => r.PartitionKey.CompareTo(from) >= 0 && r.PartitionKey.CompareTo(to) < 0, cancellationToken: ct))
        {
            var answer = Read(year, row);
            if (!newest.TryGetValue(answer.Submission.Unit, out var known) || answer.Submission.IsNewerThan(known.Submission))
                newest[answer.Submission.Unit] = answer;
        }

        return newest;
    }

    public async IAsyncEnumerable<(string Path, string ETag)> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(select: ["Path", "UploadTag"], cancellationToken: ct))
            yield return (row.GetString("Path"), row.GetString("UploadTag"));
    }

    /// <summary>Versions of accepted submissions carry the first digits of their hash: those of every answered upload.</summary>
    public async Task<HashSet<string>> ListSubmissionsAsync(CancellationToken ct)
    {
        var hashes = new HashSet<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(select: ["Hash"], cancellationToken: ct)) hashes.Add(row.GetString("Hash")[..16]);
        return hashes;
    }

    private static TableEntity Row(Submission submission, Receipt receipt, string name) =>
        new(Names.AnswersOf(submission.Year, submission.Unit), Names.Hash($"{submission.Path}\n{submission.ETag}"))
        {
            ["Unit"] = submission.Unit,
            ["Hash"] = submission.Hash,
            ["Sequence"] = submission.Sequence,
            ["Path"] = submission.Path,
            ["UploadTag"] = submission.ETag,
            ["Verdict"] = $"{receipt.Verdict}",
            ["Errors"] = receipt.Findings.Count(f => f.Severity == Severity.Error),
            ["Warnings"] = receipt.Findings.Count(f => f.Severity == Severity.Warning),
            ["Receipt"] = name,
        };

    private static AnsweredUpload Read(int year, TableEntity row) => new(
        new Submission(year, row.GetString("Unit"), row.GetString("Hash"), row.GetInt64("Sequence")!.Value, row.GetString("Path"), row.GetString("UploadTag")),
        Enum.Parse<Verdict>(row.GetString("Verdict")), row.GetInt32("Errors")!.Value, row.GetInt32("Warnings")!.Value, row.GetString("Receipt"));
}
