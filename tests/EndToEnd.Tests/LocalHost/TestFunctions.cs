using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EndToEnd.Tests.LocalHost;

/// <summary>What the test functions saw, and what they are to do about it.</summary>
public sealed class Calls
{
    private readonly ConcurrentQueue<string> seen = new();

    public IReadOnlyList<string> Seen => [.. seen];

    /// <summary>Given the subject and how often it was seen before, throws or not; may wait.</summary>
    public Func<string, int, CancellationToken, Task> Behave { get; init; } = (_, _, _) => Task.CompletedTask;

    public Task SeeAsync(string subject, CancellationToken cancellationToken)
    {
        var before = seen.Count(s => s == subject);
        seen.Enqueue(subject);
        return Behave(subject, before, cancellationToken);
    }

    public async Task WaitForAsync(int count, double seconds = 20)
    {
        for (var waited = 0; seen.Count < count; waited += 20)
        {
            Assert.True(waited < seconds * 1000, $"Only {seen.Count} of {count} calls within {seconds} s: {string.Join(", ", seen)}");
            await Task.Delay(20);
        }
    }
}

public sealed record Parcel(int Year, string Label);

public sealed class BlobProbe(Calls calls)
{
    [Function(nameof(BlobProbe))]
    public Task RunAsync([BlobTrigger("probe-blobs/{name}", Source = BlobTriggerSource.EventGrid, Connection = "Uploads")] BlobClient blob, CancellationToken cancellationToken) =>
        calls.SeeAsync(blob.Name, cancellationToken);
}

public sealed class QueueProbe(Calls calls)
{
    [Function(nameof(QueueProbe))]
    public Task RunAsync([QueueTrigger("probe-queue", Connection = "Ledger")] Parcel parcel, CancellationToken cancellationToken) =>
        calls.SeeAsync($"{parcel.Year} {parcel.Label}", cancellationToken);
}

public sealed class TimerProbe(Calls calls)
{
    [Function(nameof(TimerProbe))]
    public Task RunAsync([TimerTrigger("0 5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => calls.SeeAsync("tick", cancellationToken);
}

public sealed class HttpProbe(Calls calls)
{
    [Function(nameof(HttpProbe))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/{number:int}/{word}")] HttpRequest request, int number, string word, CancellationToken cancellationToken)
    {
        await calls.SeeAsync($"{number} {word}", cancellationToken);
        return new ContentResult { Content = $"{number + 1} {word}" };
    }
}
