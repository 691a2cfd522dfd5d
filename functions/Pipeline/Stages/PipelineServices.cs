using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Catalogue;
using Pipeline.Ledger;

namespace Pipeline.Stages;

/// <summary>What a host registers to run the stages.</summary>
public static class PipelineServices
{
    /// <summary>Adds every stage, the ledger over the given storage, and the catalogues of a folder; uploads wait for their scan where a policy says so.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services, PipelineStorage storage, string catalogueFolder, ScanPolicy? scan = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(new Catalogues(new CatalogueFolder(catalogueFolder)))
            .AddSingleton<ILedger>(s => new AzureLedger(
                storage.Uploads, storage.Ledger, storage.Tables, storage.Queues, s.GetRequiredService<TimeProvider>(), storage.UploadQueues))
            .AddSingleton<Telemetry>()
            .AddHostedService<LedgerPreparation>()
            .AddSingleton(scan ?? new ScanPolicy(Required: false))
            .AddSingleton<UploadIntake>()
            .AddSingleton<Ingestion>()
            .AddSingleton<ScannedIngestion>()
            .AddSingleton<YearConsolidation>()
            .AddSingleton<ReportEmission>()
            .AddSingleton<YearClosing>()
            .AddSingleton<UploadSweep>()
            .AddSingleton<ReviewDesk>()
            .AddSingleton<YearDesk>()
            .AddSingleton<ReceiptArchive>()
            .AddSingleton<YearStatus>()
            .AddSingleton<ReportLinks>()
            .AddSingleton<RefreshDesk>()
            .AddSingleton<WorkLists>()
            .AddSingleton<FigureQueries>()
            .AddSingleton<Templates>()
            .AddSingleton<Readiness>();
    }
}
