using Azure.Storage.Queues;

namespace EndToEnd.Tests.LocalHost;

[Collection(SharedAzurite.Name)]
public sealed class QueueListenerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly QueueClient queue = azurite.Storage.Queues.GetQueueClient("probe-queue");
    private readonly QueueClient poison = azurite.Storage.Queues.GetQueueClient("probe-queue-poison");

    public async ValueTask InitializeAsync()
    {
        await queue.DeleteIfExistsAsync();
        await poison.DeleteIfExistsAsync();
        await queue.CreateAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_message_whose_call_fails_is_given_again_until_it_succeeds()
    {
        var calls = new Calls { Behave = (_, before, _) => before < 2 ? throw new IOException("storage is away") : Task.CompletedTask };
        await queue.SendMessageAsync("""{"Year":2023,"Label":"province"}""");

        await using (await HostUnderTest.StartAsync<QueueProbe>(azurite, calls))
            await calls.WaitForAsync(3);

        Assert.Equal(["2023 province", "2023 province", "2023 province"], calls.Seen);
        Assert.Equal(0, await CountAsync(queue));
        Assert.False(await poison.ExistsAsync());
    }

    [Fact]
    public async Task A_message_that_always_fails_ends_on_the_poison_queue_as_it_was_sent_and_others_go_on()
    {
        var calls = new Calls { Behave = (subject, _, _) => subject.EndsWith("bad", StringComparison.Ordinal) ? throw new InvalidDataException("our mistake") : Task.CompletedTask };
        await queue.SendMessageAsync("""{"year":2023,"label":"bad"}""");
        await queue.SendMessageAsync("""{"year":2023,"label":"good"}""");

        await using (await HostUnderTest.StartAsync<QueueProbe>(azurite, calls))
            await calls.WaitForAsync(4);

        Assert.Equal(3, calls.Seen.Count(s => s == "2023 bad"));
        Assert.Equal(1, calls.Seen.Count(s => s == "2023 good"));
        Assert.Equal("""{"year":2023,"label":"bad"}""", (await poison.ReceiveMessageAsync()).Value.MessageText);
        Assert.Equal(0, await CountAsync(queue));
    }

    [Fact]
    public async Task A_message_that_cannot_be_decoded_does_not_hold_up_the_next()
    {
        var calls = new Calls();
        await azurite.Storage.RawQueues.GetQueueClient(queue.Name).SendMessageAsync("not base64!");
        await queue.SendMessageAsync("""{"year":2023,"label":"good"}""");

        await using (await HostUnderTest.StartAsync<QueueProbe>(azurite, calls))
            await calls.WaitForAsync(1, seconds: 3);

        Assert.Equal(["2023 good"], calls.Seen);
        Assert.Equal(1, await CountAsync(queue));
    }

    [Fact]
    public async Task Stopping_the_host_waits_for_the_call_under_way_and_takes_no_more()
    {
        var calls = new Calls { Behave = (_, _, token) => Task.Delay(1500, token) };
        for (var i = 0; i < 6; i++)
            await queue.SendMessageAsync($$"""{"year":2023,"label":"{{i}}"}""");

        await using (await HostUnderTest.StartAsync<QueueProbe>(azurite, calls))
            await calls.WaitForAsync(4);

        Assert.Equal(4, calls.Seen.Count);
        Assert.Equal(2, await CountAsync(queue));
    }

    private static async Task<int> CountAsync(QueueClient queue) => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;
}
