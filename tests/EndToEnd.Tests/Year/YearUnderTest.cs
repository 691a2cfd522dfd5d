using Demo;
using EndToEnd.Tests.Ledger;
using EndToEnd.Tests.LocalHost;
using Host.Access;
using Host.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Ledger;
using Pipeline.Returns.Receipts;
using Pipeline.Stages;

namespace EndToEnd.Tests.Year;

using LocalHost = Host.Local.LocalHost;

/// <summary>The fiscal year 2023 on an Azurite of its own, with one or more hosts in this process.</summary>
internal sealed class YearUnderTest(ICallers callers) : IAsyncDisposable
{
    private static readonly string CatalogueFolder = Path.Combine(AppContext.BaseDirectory, "Catalogue");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly AzuriteFixture azurite = new();
    private readonly List<LocalHost> hosts = [];

    public PipelineClient Client { get; private set; } = null!;

    public LocalStorage Storage => azurite.Storage;

    public Uri Address => hosts[0].Address;

    /// <param name="hosts">How many hosts.</param>
    /// <param name="callers">Who is known to them; null leaves them their one administrator.</param>
    public static async Task<YearUnderTest> StartAsync(int hosts = 1, ICallers? callers = null)
    {
        var year = new YearUnderTest(callers ?? LocalCallers.Default);
        await year.azurite.InitializeAsync();
        for (var i = 0; i < hosts; i++) year.hosts.Add(await year.StartHostAsync());
        year.Client = new PipelineClient(year.hosts[0].Address, year.Storage.Blobs, 2023);
        return year;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        foreach (var host in hosts) await host.DisposeAsync();
        await azurite.DisposeAsync();
    }

    /// <summary>Uploads a file and waits until it is answered: for its receipt, and for the row that counts it, which comes a moment later.</summary>
    public async Task<Receipt> AnswerAsync(UploadFile file)
    {
        await Client.UploadAsync(file, default);
        var receipt = await WaitAsync(async () => await Client.FindReceiptAsync(file, default) is { } found ? found.Receipt : null);
        using var ledger = Ledgers.On(azurite);
        await WaitAsync(async () => await ledger.ListAnsweredAsync(default).AnyAsync(u => u.Path == receipt.File) ? receipt : null);
        return receipt;
    }

    /// <summary>Uploads the files at once and waits for every receipt.</summary>
    public async Task<IReadOnlyList<Receipt>> AnswerAsync(IEnumerable<UploadFile> files) => await Task.WhenAll(files.Select(AnswerAsync));

    /// <summary>Has the year-end timer look, and waits until the report shows what is in force.</summary>
    public async Task<YearReport> CloseAsync()
    {
        await Client.CloseYearAsync(default);
        return await WaitAsync(async () => await Client.ReadYearAsync(default) is { Closed: not null, UpToDate: true } year ? year : null);
    }

    private static async Task<T> WaitAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await look() is { } found) return found;
            await Task.Delay(50, limit.Token);
        }
    }

    private Task<LocalHost> StartHostAsync() => LocalHost.StartAsync(
        azurite.Options,
        (services, storage) => services.AddPipeline(storage.Pipeline, CatalogueFolder)
            .AddSingleton(callers).AddSingleton<IHostLifetime, NoLifetime>().AddLogging(log => log.ClearProviders()),
        cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The test process keeps its own signals.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
