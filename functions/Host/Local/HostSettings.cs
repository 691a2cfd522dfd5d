using System.Text.Json;
using Host.Settings;

namespace Host.Local;

/// <summary>The part of host.json that the embedded host obeys, under host.json's own names and defaults. Why it says what it says stands in the README.</summary>
public sealed record HostSettings(BlobSettings Blobs, QueueSettings Queues, HttpSettings Http)
{
    public static HostSettings Default { get; } = new(new(), new(), new());

    /// <exception cref="CannotStartException">The file is missing or is not what host.json should be.</exception>
    public static HostSettings Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<HostFile>(File.ReadAllBytes(path), JsonSerializerOptions.Web);
            var given = file?.Extensions;
            return new HostSettings(given?.Blobs ?? new(), given?.Queues ?? new(), given?.Http ?? new());
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            throw new CannotStartException($"host.json cannot be read: {fault.Message}", fault);
        }
    }

    private sealed record HostFile(ExtensionSettings? Extensions);

    private sealed record ExtensionSettings(BlobSettings? Blobs, QueueSettings? Queues, HttpSettings? Http);
}

/// <summary><c>extensions.blobs</c>: calls at a time and tries of one blob.</summary>
public sealed record BlobSettings(int MaxDegreeOfParallelism = 8, int PoisonBlobThreshold = 5);

/// <summary><c>extensions.queues</c>: messages fetched at once, tries of one message, wait between tries.</summary>
public sealed record QueueSettings(
    int BatchSize = 16,
    int? NewBatchThreshold = null,
    int MaxDequeueCount = 5,
    TimeSpan VisibilityTimeout = default,
    string MessageEncoding = "base64")
{
    /// <summary>Calls at a time for one queue.</summary>
    public int Parallel => BatchSize + (NewBatchThreshold ?? BatchSize / 2);
}

/// <summary><c>extensions.http</c>: what stands before every route.</summary>
public sealed record HttpSettings(string RoutePrefix = "api");
