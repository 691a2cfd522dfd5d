using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Host.Local;

/// <summary>Calls a function for every blob of a container and for every new content of one, at least once.</summary>
/// <remarks>It remembers in memory what it has delivered, so a new host delivers everything again: functions must not mind, as they must not in Azure.
/// A blob whose call fails is tried again at once, as the genuine host does; after the last try a message goes to the queue it uses.</remarks>
internal sealed partial class BlobListener(LocalFunction function, LocalStorage storage, HostSettings settings, FunctionRunner runner, ILogger<BlobListener> log)
    : BackgroundService
{
    public const string PoisonQueue = "webjobs-blobtrigger-poison";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan FaultPause = TimeSpan.FromSeconds(1);

    private readonly BlobContainerClient container = storage.Blobs.GetBlobContainerClient(Container(function));
    private readonly ConcurrentDictionary<string, ETag> seen = [];
    private readonly SemaphoreSlim slots = new(settings.Blobs.MaxDegreeOfParallelism);
    private readonly RunningCalls running = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ScanAsync(stoppingToken);
                await Task.Delay(Pause, stoppingToken);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                NoAnswer(fault.Message, container.Name);
                await Task.Delay(FaultPause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
        await running.SettleAsync();
    }

    public override void Dispose()
    {
        slots.Dispose();
        base.Dispose();
    }

    private async Task ScanAsync(CancellationToken stopping)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: stopping))
        {
            present.Add(blob.Name);
            var etag = blob.Properties.ETag ?? default;
            if (seen.TryGetValue(blob.Name, out var known) && known == etag)
                continue;
            seen[blob.Name] = etag;
            running.Add(DeliverAsync(blob.Name, etag, stopping));
        }
        foreach (var gone in seen.Keys.Where(name => !present.Contains(name)))
            seen.TryRemove(gone, out _);
    }

    private async Task DeliverAsync(string name, ETag etag, CancellationToken stopping)
    {
        try
        {
            for (var attempt = 1; attempt <= settings.Blobs.PoisonBlobThreshold; attempt++)
            {
                if (await TryAsync(name, etag, stopping))
                    return;
            }
            await PoisonAsync(name, etag, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Not delivered, so the next host will.
        }
    }

    private async Task<bool> TryAsync(string name, ETag etag, CancellationToken stopping)
    {
        await slots.WaitAsync(stopping);
        try
        {
            // A blob that was deleted or replaced meanwhile: its new content has a delivery of its own.
            if (!seen.TryGetValue(name, out var current) || current != etag)
                return true;
            // Not cut off by stopping: the runner gives calls under way their time.
            await runner.CallAsync(function, name, () => container.GetBlobClient(name), new Dictionary<string, object?> { ["name"] = name }, CancellationToken.None);
            return true;
        }
        catch (Exception)
        {
            return false; // The runner has logged it.
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task PoisonAsync(string name, ETag etag, CancellationToken stopping)
    {
        var body = JsonSerializer.Serialize(new
        {
            Type = "BlobTrigger",
            FunctionId = function.Id,
            BlobType = "BlockBlob",
            ContainerName = container.Name,
            BlobName = name,
            ETag = etag.ToString("H"),
        });
        while (true)
        {
            try
            {
                await storage.PoisonAsync(PoisonQueue, LocalStorage.Encode(body, settings.Queues.MessageEncoding), stopping);
                GaveUp(name, settings.Blobs.PoisonBlobThreshold, PoisonQueue);
                return;
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                NoAnswer(fault.Message, PoisonQueue);
                await Task.Delay(FaultPause, stopping);
            }
        }
    }

    private static string Container(LocalFunction function)
    {
        var path = ((BlobTriggerAttribute)function.Trigger).BlobPath;
        return path.Split('/') is [var name, "{name}"]
            ? name
            : throw new InvalidOperationException($"{function.Name}: the embedded host knows only blob paths of the form container/{{name}}, not {path}.");
    }

    [LoggerMessage(11, LogLevel.Warning, "Storage does not answer for {Name}: {Reason}")]
    private partial void NoAnswer(string reason, string name);

    [LoggerMessage(12, LogLevel.Error, "{Blob} failed {Tries} times and is left to {Queue}")]
    private partial void GaveUp(string blob, int tries, string queue);
}
