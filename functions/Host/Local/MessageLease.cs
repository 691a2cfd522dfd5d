using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Host.Local;

/// <summary>Keeps a fetched message hidden until it is ended; every renewal changes the receipt by which the message is deleted.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly CancellationTokenSource ended = new();
    private readonly Task<string> renewing;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan length) => renewing = RenewAsync(queue, message, length);

    /// <returns>The receipt in force.</returns>
    public async Task<string> EndAsync()
    {
        await ended.CancelAsync();
        return await renewing;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        ended.Dispose();
    }

    private async Task<string> RenewAsync(QueueClient queue, QueueMessage message, TimeSpan length)
    {
        var receipt = message.PopReceipt;
        while (true)
        {
            await Task.Delay(length / 3, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
                return receipt;
            try
            {
                // Never cancelled half-way: a renewal that took effect unseen would leave us with a dead receipt.
                UpdateReceipt renewed = await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: length);
                receipt = renewed.PopReceipt;
            }
            catch (RequestFailedException)
            {
                // Storage may answer the next time; if not, the message is delivered again.
            }
        }
    }
}
