using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Pipeline.Returns.Receipts;

namespace Benchmarks.Year;

/// <summary>
/// What no pipeline over this storage can beat: calls of the same kinds, numbers and sizes as a year makes, with nothing between them. Rows have
/// the shape of a return's (101 of six numbers in two transactions), and the calls run side by side as the stages run them.
/// </summary>
internal sealed class BareCalls(string connection)
{
    private const int Rows = 101;
    private const int RowsPerTransaction = 99;

    private static readonly byte[] Upload = new byte[30_000];
    private static readonly byte[] Receipt = new byte[600];
    private static readonly byte[] Trace = new byte[1_400_000];

    private readonly BlobContainerClient blobs =
        new BlobServiceClient(connection, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)).GetBlobContainerClient("bare");

    private readonly TableClient facts = new(connection, "barefacts");
    private readonly TableClient heads = new(connection, "bareheads");
    private readonly QueueClient queue = new(connection, "bare", new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_06_06));

    public async Task PrepareAsync()
    {
        await blobs.CreateIfNotExistsAsync();
        await facts.CreateIfNotExistsAsync();
        await heads.CreateIfNotExistsAsync();
        await queue.CreateIfNotExistsAsync();
        await blobs.GetBlobClient("upload").UploadAsync(BinaryData.FromBytes(Upload), overwrite: true);
    }

    /// <summary>The calls of one year of so many returns.</summary>
    public async Task<TimeSpan> MeasureAsync(int returns, int round)
    {
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, returns), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (unit, ct) => await IngestAsync(unit, round, ct));
        await HeadsAsync();
        await Task.WhenAll(Enumerable.Range(0, returns).Select(unit => ReadAsync($"{round}|{unit}")));
        await WriteAsync($"{round}/snapshot", Upload);
        await heads.UpsertEntityAsync(new TableEntity("year", "YEAR"), TableUpdateMode.Replace);
        await queue.SendMessageAsync("{}");
        await HeadsAsync();
        await Task.WhenAll(WriteAsync($"{round}/report", Upload), WriteAsync($"{round}/trace", Trace), WriteAsync($"{round}/totals", Upload));
        await HeadsAsync();
        await heads.UpsertEntityAsync(new TableEntity("year", "YEAR"), TableUpdateMode.Replace);
        return Stopwatch.GetElapsedTime(started);
    }

    private async Task IngestAsync(int unit, int round, CancellationToken ct)
    {
        await blobs.GetBlobClient("upload").DownloadContentAsync(ct);
        await Task.WhenAll(Enumerable.Range(0, Rows).Chunk(RowsPerTransaction).Select(chunk => facts.SubmitTransactionAsync(
            chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row($"{round}|{unit}", row))), ct)));
        await heads.UpsertEntityAsync(Row("year", unit), TableUpdateMode.Replace, ct);
        await queue.SendMessageAsync("{}", ct);
        await WriteAsync($"{round}/{unit}", Receipt);
        await heads.UpsertEntityAsync(Row($"answers{unit}", round), TableUpdateMode.Replace, ct);
    }

    private async Task HeadsAsync()
    {
        await foreach (var _ in heads.QueryAsync<TableEntity>(r => r.PartitionKey == "year"))
        {
        }
    }

    private async Task ReadAsync(string partition)
    {
        await foreach (var _ in facts.QueryAsync<TableEntity>(r => r.PartitionKey == partition))
        {
        }
    }

    private async Task WriteAsync(string name, byte[] content) => await blobs.GetBlobClient(name).UploadAsync(
        BinaryData.FromBytes(content), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } });

    private static TableEntity Row(string partition, int row) => new(partition, row.ToString("D6", CultureInfo.InvariantCulture))
    {
        ["Sheet"] = "S01企保收支表",
        ["Row"] = row,
        ["PY"] = 1L,
        ["B0"] = 2L,
        ["BADJ"] = 3L,
        ["B1"] = 4L,
        ["CUR"] = 5L,
    };
}
