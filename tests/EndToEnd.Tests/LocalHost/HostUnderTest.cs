using Host.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests.LocalHost;

using LocalHost = Host.Local.LocalHost;

internal static class HostUnderTest
{
    /// <summary>host.json with waits short enough for a test.</summary>
    public static HostSettings Quick { get; } =
        new(new(MaxDegreeOfParallelism: 2, PoisonBlobThreshold: 3), new(BatchSize: 4, NewBatchThreshold: 0, MaxDequeueCount: 3, VisibilityTimeout: TimeSpan.FromSeconds(1)), new());

    /// <summary>A host in this process with one probe function and no console.</summary>
    public static Task<LocalHost> StartAsync<TProbe>(AzuriteFixture azurite, Calls calls, Action<IServiceCollection>? more = null) =>
        LocalHost.StartAsync(
            azurite.Options,
            (services, _) =>
            {
                services.AddSingleton(calls).AddSingleton<IHostLifetime, NoLifetime>().AddLogging(log => log.ClearProviders());
                more?.Invoke(services);
            },
            Quick,
            [typeof(TProbe)],
            TestContext.Current.CancellationToken);

    /// <summary>The test process keeps its own signals.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
