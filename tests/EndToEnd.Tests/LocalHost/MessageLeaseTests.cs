using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Host.Local;

namespace EndToEnd.Tests.LocalHost;

[Collection(SharedAzurite.Name)]
public sealed class MessageLeaseTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_message_stays_hidden_as_long_as_its_call_runs_and_can_then_be_deleted()
    {
        var queue = azurite.Storage.Queues.GetQueueClient("probe-lease");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("long work");
        var length = TimeSpan.FromSeconds(2);
        QueueMessage message = await queue.ReceiveMessageAsync(length);

        await using var lease = new MessageLease(queue, message, length);
        await Task.Delay(length * 2);
        var meanwhile = (await queue.ReceiveMessageAsync()).Value;
        await queue.DeleteMessageAsync(message.MessageId, await lease.EndAsync());

        Assert.Null(meanwhile);
        Assert.Equal(0, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }
}
