using Azure.Storage.Blobs;
using Pipeline.Returns.Receipts;

namespace Pipeline.Ledger;

/// <summary>Receipts, two blobs each, <c>2023/430100/{id}.json</c> and <c>.xlsx</c>. The first stand for good.</summary>
internal sealed class ReceiptStore(BlobContainerClient container)
{
    /// <returns>The receipt that stands.</returns>
    public async Task<Receipt> WriteAsync(Submission submission, Receipt receipt, CancellationToken ct)
    {
        if (receipt.Year != submission.Year || receipt.Unit != submission.Unit || receipt.Submission != submission.Hash)
            throw new ArgumentException($"A receipt for {receipt.Year} {receipt.Unit} does not answer {submission.Path}.", nameof(receipt));
        var name = Name(submission.Year, submission.Unit, receipt.Id);
        if (await container.GetBlobClient(name).WriteOnceAsync(ReceiptJson.Write(receipt), "application/json; charset=utf-8", ct))
            return receipt;
        return await ReadAsync(name, ct) ?? throw new IOException($"The receipt {name} was there and is gone.");
    }

    public Task WriteWorkbookAsync(Receipt receipt, byte[] workbook, CancellationToken ct) =>
        Workbook(receipt.Year, receipt.Unit, receipt.Id)
            .WriteOnceAsync(workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ct);

    public BlobClient Workbook(int year, string unit, string id) => container.GetBlobClient($"{Stem(year, unit, id)}.xlsx");

    public Task<Receipt?> ReadAsync(int year, string unit, string id, CancellationToken ct) => ReadAsync(Name(year, unit, id), ct);

    public static string Name(int year, string unit, string id) => $"{Stem(year, unit, id)}.json";

    private static string Stem(int year, string unit, string id) => $"{year}/{KeyText.Of(unit)}/{KeyText.Of(id)}";

    private async Task<Receipt?> ReadAsync(string name, CancellationToken ct) =>
        await container.GetBlobClient(name).ReadIfThereAsync(ct) is { } json ? ReceiptJson.Read(json) : null;
}
