using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Host.Local;

/// <summary>Calls a function for every message of a queue, at least once, and moves a message that keeps failing to <c>{queue}-poison</c>.</summary>
/// <remarks>A message is deleted only after its call succeeded or after its copy stands on the poison queue. While a call runs its message stays hidden; if the process dies the
/// message comes back within <see cref="Lease"/>. (The genuine host hides for ten minutes; a short lease shows a lost call at once.)</remarks>
internal sealed partial class QueueListener(LocalFunction function, LocalStorage storage, HostSettings settings, FunctionRunner runner, ILogger<QueueListener> log)
    : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan FaultPause = TimeSpan.FromSeconds(1);

    // The worker reads a message into a record the same way.
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    private readonly QueueClient queue = storage.RawQueues.GetQueueClient(((QueueTriggerAttribute)function.Trigger).QueueName);
    private readonly SemaphoreSlim slots = new(settings.Queues.Parallel);
    private readonly RunningCalls running = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                if (await FetchAsync(stoppingToken) > 0)
                    continue;
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                // Nobody has made the queue yet.
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                NoAnswer(queue.Name, fault.Message);
                pause = FaultPause;
            }
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await running.SettleAsync();
    }

    public override void Dispose()
    {
        slots.Dispose();
        base.Dispose();
    }

    private async Task<int> FetchAsync(CancellationToken stopping)
    {
        await slots.WaitAsync(stopping);
        slots.Release();
        var room = Math.Min(Math.Min(slots.CurrentCount, settings.Queues.BatchSize), 32);
        // Once a message is fetched it must be dealt with, so stopping does not cut the answer off.
        QueueMessage[] messages = await queue.ReceiveMessagesAsync(room, Lease, CancellationToken.None);
        foreach (var message in messages)
        {
            await slots.WaitAsync(CancellationToken.None);
            running.Add(HandleAsync(message));
        }
        return messages.Length;
    }

    private async Task HandleAsync(QueueMessage message)
    {
        try
        {
            await using var lease = new MessageLease(queue, message, Lease);
            // Beyond the limit on arrival: the process died in its last try.
            var succeeded = message.DequeueCount <= settings.Queues.MaxDequeueCount && await TryAsync(message);
            var receipt = await lease.EndAsync();
            if (!succeeded && message.DequeueCount < settings.Queues.MaxDequeueCount)
            {
                await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: settings.Queues.VisibilityTimeout);
                return;
            }
            if (!succeeded)
                await PoisonAsync(message);
            await queue.DeleteMessageAsync(message.MessageId, receipt);
        }
        catch (Exception fault)
        {
            NoAnswer(queue.Name, fault.Message); // The message comes back when its lease ends.
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<bool> TryAsync(QueueMessage message)
    {
        try
        {
            await runner.CallAsync(function, $"message {message.MessageId}, try {message.DequeueCount}", () => Subject(message), new Dictionary<string, object?>());
            return true;
        }
        catch (Exception)
        {
            return false; // The runner has logged it.
        }
    }

    private object? Subject(QueueMessage message)
    {
        var body = LocalStorage.Decode(message, settings.Queues.MessageEncoding);
        var type = function.Subject.ParameterType;
        return type == typeof(string) ? body : JsonSerializer.Deserialize(body, type, Json);
    }

    private async Task PoisonAsync(QueueMessage message)
    {
        var poison = $"{queue.Name}-poison";
        await storage.PoisonAsync(poison, message.MessageText, CancellationToken.None);
        GaveUp(message.MessageId, message.DequeueCount, poison);
    }

    [LoggerMessage(21, LogLevel.Warning, "Storage does not answer for {Queue}: {Reason}")]
    private partial void NoAnswer(string queue, string reason);

    [LoggerMessage(22, LogLevel.Error, "Message {Message} failed {Tries} times and is left to {Queue}")]
    private partial void GaveUp(string message, long tries, string queue);
}
