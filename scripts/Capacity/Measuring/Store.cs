using System.Net;
using System.Net.Sockets;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Demo;
using Host.Local;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ledger;
using Pipeline.Stages;

namespace Capacity.Measuring;

/// <summary>The real stages on an Azurite of their own, every storage call of theirs in a log.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly Azurite azurite;
    private readonly ServiceProvider services;
    private readonly BlobContainerClient uploads;

    private Store(Azurite azurite, string connection, string catalogueRoot, Func<ILedger, ILedger>? around, bool scanned)
    {
        this.azurite = azurite;
        var blobs = Logged(new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06));
        var queues = Logged(new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_06_06) { MessageEncoding = QueueMessageEncoding.Base64 });
        var storage = new PipelineStorage(
            new BlobServiceClient(connection, blobs), new BlobServiceClient(connection, blobs), new TableServiceClient(connection, Logged(new TableClientOptions())),
            new QueueServiceClient(connection, queues));
        var collection = new ServiceCollection().AddPipeline(storage, catalogueRoot, new ScanPolicy(scanned));
        if (around is not null)
        {
            collection.AddSingleton<ILedger>(s => around(new AzureLedger(storage.Uploads, storage.Ledger, storage.Tables, storage.Queues, s.GetRequiredService<TimeProvider>())));
        }

        services = collection.BuildServiceProvider();
        // Uploading is the clerks' part and is not measured.
        uploads = new BlobServiceClient(connection, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)).GetBlobContainerClient(StoreNames.Uploads);

        TOptions Logged<TOptions>(TOptions options)
            where TOptions : ClientOptions
        {
            options.AddPolicy(Log, HttpPipelinePosition.PerRetry);
            return options;
        }
    }

    public CallLog Log { get; } = new();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <param name="catalogueRoot">Folder of catalogues.</param>
    /// <param name="around">Puts something between the stages and the ledger; null for nothing.</param>
    /// <param name="scanned">Whether uploads wait for the scan's verdict.</param>
    public static async Task<Store> StartAsync(string catalogueRoot, Func<ILedger, ILedger>? around = null, bool scanned = false)
    {
        var listeners = Enumerable.Range(0, 3).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners) listener.Stop();
        var options = new LocalOptions { BlobPort = ports[0], QueuePort = ports[1], TablePort = ports[2], InMemory = true };
        var azurite = await Azurite.StartUnlessListeningAsync(options) ?? throw new InvalidOperationException("Somebody took the port.");
        var store = new Store(azurite, new LocalStorage(options).ConnectionString, catalogueRoot, around, scanned);
        await store.Get<ILedger>().PrepareAsync(default);
        return store;
    }

    /// <summary>Lays an upload down.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> UploadAsync(UploadFile file)
    {
        var name = $"{SyntheticYear.Year}/{file.Unit}/{file.Name}";
        await uploads.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(file.Content), overwrite: true);
        return name;
    }

    /// <summary>Writes the verdict of the scan, as Defender does: not measured either.</summary>
    public Task FindCleanAsync(string name) => uploads.GetBlobClient(name).SetTagsAsync(new Dictionary<string, string> { [UploadScan.Tag] = UploadScan.Clean });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
