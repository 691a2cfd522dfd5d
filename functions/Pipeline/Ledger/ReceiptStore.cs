using Azure.Storage.Blobs;
using Pipeline.Returns.Receipts;

namespace Pipeline.Ledger;

/// <summary>Receipts, two blobs a submission, <c>2023/430100/{hash}.json</c> and <c>.xlsx</c>. The first stand for good.</summary>
internal sealed class ReceiptStore(BlobContainerClient container)
{
    /// <returns>The receipt that stands.</returns>
    public async Task<Receipt> WriteAsync(Submission submission, Receipt receipt, CancellationToken ct)
    {
        if (receipt.Year != submission.Year || receipt.Unit != submission.Unit || receipt.Submission != submission.Hash)
            throw new ArgumentException($"A receipt for {receipt.Year} {receipt.Unit} does not answer {submission.Path}.", nameof(receipt));
        var name = Name(submission.Year, submission.Unit, submission.Hash);
        if (await container.GetBlobClient(name).WriteOnceAsync(ReceiptJson.Write(receipt), "application/json; charset=utf-8", ct))
            return receipt;
        return await ReadAsync(name, ct) ?? throw new IOException($"The receipt {name} was there and is gone.");
    }

    public Task WriteWorkbookAsync(Submission submission, byte[] workbook, CancellationToken ct) =>
        Workbook(submission.Year, submission.Unit, submission.Hash)
            .WriteOnceAsync(workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ct);

    public BlobClient Workbook(int year, string unit, string submission) => container.GetBlobClient($"{Stem(year, unit, submission)}.xlsx");

    public Task<Receipt?> ReadAsync(int year, string unit, string submission, CancellationToken ct) =>
        ReadAsync(Name(year, unit, submission), ct);

    public static string Name(int year, string unit, string submission) => $"{Stem(year, unit, submission)}.json";

    private static string Stem(int year, string unit, string submission) => $"{year}/{KeyText.Of(unit)}/{KeyText.Of(submission)}";

    private async Task<Receipt?> ReadAsync(string name, CancellationToken ct) =>
        await container.GetBlobClient(name).ReadIfThereAsync(ct) is { } json ? ReceiptJson.Read(json) : null;
}
