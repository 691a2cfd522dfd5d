using System.Diagnostics;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Demo;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ledger;
using Pipeline.Returns.Receipts;
using Pipeline.Stages;

namespace Benchmarks.Year;

/// <summary>The stages of a year, called one after the other as the triggers would: uploads, ingestions, consolidation, closing, report.</summary>
internal sealed class YearRun : IDisposable
{
    private readonly ServiceProvider services;
    private readonly BlobContainerClient uploads;

    public YearRun(string connection)
    {
        var blobs = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06);
        var queues = new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_06_06) { MessageEncoding = QueueMessageEncoding.Base64 };
        var tables = new TableClientOptions();
        foreach (ClientOptions options in new ClientOptions[] { blobs, queues, tables }) options.AddPolicy(Counter, HttpPipelinePosition.PerRetry);
        var storage = new PipelineStorage(
            new BlobServiceClient(connection, blobs), new BlobServiceClient(connection, blobs), new TableServiceClient(connection, tables),
            new QueueServiceClient(connection, queues));
        services = new ServiceCollection().AddPipeline(storage, Path.Combine(AppContext.BaseDirectory, "Catalogue")).BuildServiceProvider();
        // Uploading is the clerks' part and is not measured.
        uploads = new BlobServiceClient(connection, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)).GetBlobContainerClient("returns");
    }

    public StorageCallCounter Counter { get; } = new();

    public void Dispose() => services.Dispose();

    public Task PrepareAsync() => services.GetRequiredService<ILedger>().PrepareAsync(default);

    /// <summary>Uploads the files, then measures from the first ingestion to the report in the store.</summary>
    public async Task<YearCost> MeasureAsync(IReadOnlyList<UploadFile> files, int year)
    {
        // The store's clock ticks in whole seconds; within one of them the larger hash counts as the newer upload.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        foreach (var file in files)
            await uploads.GetBlobClient($"{year}/{file.Unit}/{file.Name}").UploadAsync(BinaryData.FromBytes(file.Content), overwrite: true);

        Counter.Reset();
        var started = Stopwatch.GetTimestamp();
        var ingestion = services.GetRequiredService<Ingestion>();
        // As many at a time as host.json gives an instance.
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (file, ct) =>
        {
            var receipt = await ingestion.IngestAsync($"{year}/{file.Unit}/{file.Name}", ct);
            if (receipt?.Verdict != Verdict.Accepted) throw new InvalidOperationException($"{file.Unit}: {receipt?.Findings.Select(f => f.Message).FirstOrDefault()}");
        });
        var (ingested, ingestCalls) = (Stopwatch.GetElapsedTime(started), Counter.Total);
        await services.GetRequiredService<YearConsolidation>().ConsolidateAsync(year, default);
        await services.GetRequiredService<YearClosing>().CloseAsync(default);
        var (consolidated, consolidateCalls) = (Stopwatch.GetElapsedTime(started), Counter.Total);
        var state = (await services.GetRequiredService<ILedger>().ReadYearAsync(year, default)).State;
        await services.GetRequiredService<ReportEmission>().EmitAsync(year, state.Snapshot!, default);
        return new YearCost(
            files.Count, ingested, consolidated - ingested, Stopwatch.GetElapsedTime(started) - consolidated,
            ingestCalls, consolidateCalls - ingestCalls, Counter.Total - consolidateCalls);
    }
}
