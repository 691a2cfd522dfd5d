using System.Net;
using System.Net.Sockets;
using Host.Local;

namespace EndToEnd.Tests.LocalHost;

/// <summary>One Azurite in memory on free ports, for every class of the collection; it is asked to end as by SIGTERM.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? azurite;

    /// <summary>For a host on this Azurite: its ports, and a free one for HTTP.</summary>
    public LocalOptions Options { get; private set; } = new();

    public LocalStorage Storage { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var ports = FreePorts(3);
        Options = new() { Url = "http://127.0.0.1:0", BlobPort = ports[0], QueuePort = ports[1], TablePort = ports[2], InMemory = true };
        azurite = await Azurite.StartUnlessListeningAsync(Options);
        Storage = new(Options);
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    public static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        Array.ForEach(listeners, l => l.Start());
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        Array.ForEach(listeners, l => l.Stop());
        return ports;
    }
}

/// <summary>Classes that share the fixture's Azurite; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class SharedAzurite : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
