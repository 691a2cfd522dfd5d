using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Stages;

#pragma warning disable CA1822, CA1801, IDE0060
public sealed class Ingestion { public Task IngestAsync(string blobName, CancellationToken ct) => Task.CompletedTask; }
public sealed class YearConsolidation { public Task ConsolidateAsync(int year, CancellationToken ct) => Task.CompletedTask; }
public sealed class ReportEmission { public Task EmitAsync(int year, string snapshot, CancellationToken ct) => Task.CompletedTask; }
public sealed class YearClosing { public Task CloseAsync(CancellationToken ct) => Task.CompletedTask; }
public sealed class UploadSweep { public Task SweepAsync(CancellationToken ct) => Task.CompletedTask; }
public sealed class YearStatus { public Task<object?> ReadAsync(int year, CancellationToken ct) => Task.FromResult<object?>(year == 2023 ? new { Year = year, State = "填报中" } : null); }
public sealed record ReportLink(Uri? Link, string? Reason);
public sealed class ReportLinks
{
    public Task<ReportLink> FindAsync(int year, string? file, CancellationToken ct) =>
        Task.FromResult(year == 2023 ? new ReportLink(new Uri($"http://127.0.0.1/reports/{file ?? "report.docx"}?sig=secret"), null) : new ReportLink(null, "该年度尚无报告"));
}
public sealed record TemplateFile(string Name, byte[] Content);
public sealed class Templates
{
    public Task<TemplateFile?> MakeAsync(int year, string unit, CancellationToken ct) =>
        Task.FromResult(unit == "430100" ? new TemplateFile($"HNSB_{year}_{unit}.xlsx", [1, 2, 3]) : null);
}
public sealed class Readiness { public Task<bool> CheckAsync(CancellationToken ct) => Task.FromResult(true); }
public sealed record ConsolidationRequest(int Year);
public sealed record EmissionRequest(int Year, string Snapshot);
public sealed record PipelineStorage(BlobServiceClient Uploads, BlobServiceClient Ledger, TableServiceClient Tables, QueueServiceClient Queues);
public static class PipelineServices
{
    public static IServiceCollection AddPipeline(this IServiceCollection services, PipelineStorage storage, string catalogueFolder) =>
        services.AddSingleton(storage).AddSingleton(TimeProvider.System)
            .AddSingleton<Ingestion>().AddSingleton<YearConsolidation>().AddSingleton<ReportEmission>().AddSingleton<YearClosing>()
            .AddSingleton<UploadSweep>().AddSingleton<YearStatus>().AddSingleton<ReportLinks>().AddSingleton<Templates>().AddSingleton<Readiness>();
}
