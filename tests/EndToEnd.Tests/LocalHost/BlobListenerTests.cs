using System.Diagnostics;
using System.Text.Json;
using Azure.Storage.Blobs;

namespace EndToEnd.Tests.LocalHost;

[Collection(SharedAzurite.Name)]
public sealed class BlobListenerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly BlobContainerClient container = azurite.Storage.Blobs.GetBlobContainerClient("probe-blobs");

    public async ValueTask InitializeAsync()
    {
        await container.CreateIfNotExistsAsync();
        await foreach (var blob in container.GetBlobsAsync())
            await container.DeleteBlobAsync(blob.Name);
        await azurite.Storage.Queues.GetQueueClient("webjobs-blobtrigger-poison").DeleteIfExistsAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_blob_in_folders_arrives_with_its_whole_name_and_each_new_content_arrives_again()
    {
        var calls = new Calls();
        await using var host = await HostUnderTest.StartAsync<BlobProbe>(azurite, calls);

        await UploadAsync("2023/430100/长沙市.xlsx", "first");
        await calls.WaitForAsync(1);
        await UploadAsync("2023/430100/长沙市.xlsx", "second");
        await calls.WaitForAsync(2);
        await Task.Delay(500);

        Assert.Equal(["2023/430100/长沙市.xlsx", "2023/430100/长沙市.xlsx"], calls.Seen);
    }

    [Fact]
    public async Task A_new_blob_is_noticed_within_300_ms()
    {
        var calls = new Calls();
        await using var host = await HostUnderTest.StartAsync<BlobProbe>(azurite, calls);
        await UploadAsync("warm.xlsx", "first use is slow");
        await calls.WaitForAsync(1);

        var waits = new List<TimeSpan>();
        for (var i = 0; i < 9; i++)
        {
            await UploadAsync($"{i}.xlsx", "content");
            var uploaded = Stopwatch.StartNew();
            await calls.WaitForAsync(2 + i);
            waits.Add(uploaded.Elapsed);
        }

        var median = waits.Order().ElementAt(waits.Count / 2);
        TestContext.Current.SendDiagnosticMessage($"new blob noticed after {median.TotalMilliseconds:0} ms (median), {waits.Max().TotalMilliseconds:0} ms (longest)");
        Assert.InRange(median, TimeSpan.Zero, TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public async Task A_blob_that_always_fails_is_tried_as_often_as_host_json_says_and_left_to_the_poison_queue()
    {
        var calls = new Calls { Behave = (subject, _, _) => subject.Contains("bad", StringComparison.Ordinal) ? throw new InvalidDataException("our mistake") : Task.CompletedTask };
        await UploadAsync("2023/bad.xlsx", "x");
        await UploadAsync("2023/good.xlsx", "y");

        await using var host = await HostUnderTest.StartAsync<BlobProbe>(azurite, calls);
        var message = await PoisonAsync();

        Assert.Equal(3, calls.Seen.Count(s => s == "2023/bad.xlsx"));
        Assert.Equal(1, calls.Seen.Count(s => s == "2023/good.xlsx"));
        Assert.Equal("Host.Functions.BlobProbe", message.GetProperty("FunctionId").GetString());
        Assert.Equal("probe-blobs", message.GetProperty("ContainerName").GetString());
        Assert.Equal("2023/bad.xlsx", message.GetProperty("BlobName").GetString());
    }

    [Fact]
    public async Task A_blob_that_was_deleted_between_tries_is_let_go()
    {
        var tries = 0;
        var deleted = new TaskCompletionSource();
        var calls = new Calls
        {
            Behave = async (_, _, _) =>
            {
                if (Interlocked.Increment(ref tries) == 2) await deleted.Task;
                throw new IOException("storage is away");
            },
        };
        await using var host = await HostUnderTest.StartAsync<BlobProbe>(azurite, calls);
        await UploadAsync("gone.xlsx", "x");
        await calls.WaitForAsync(2);
        await container.DeleteBlobAsync("gone.xlsx");
        // Until the listener has looked at the container again.
        await Task.Delay(1000);
        deleted.SetResult();
        await Task.Delay(1000);

        Assert.Equal(2, calls.Seen.Count);
        Assert.False(await azurite.Storage.Queues.GetQueueClient("webjobs-blobtrigger-poison").ExistsAsync());
    }

    [Fact]
    public async Task No_more_blobs_are_worked_on_at_a_time_than_host_json_allows()
    {
        var (now, most) = (0, 0);
        var calls = new Calls
        {
            Behave = async (_, _, token) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Delay(100, token);
                Interlocked.Decrement(ref now);
            },
        };
        for (var i = 0; i < 8; i++)
            await UploadAsync($"{i}.xlsx", "x");

        await using var host = await HostUnderTest.StartAsync<BlobProbe>(azurite, calls);
        await calls.WaitForAsync(8);

        Assert.Equal(2, most);
    }

    private async Task UploadAsync(string name, string content) => await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true);

    private async Task<JsonElement> PoisonAsync()
    {
        var queue = azurite.Storage.Queues.GetQueueClient("webjobs-blobtrigger-poison");
        for (var i = 0; i < 100; i++)
        {
            if (await queue.ExistsAsync() && (await queue.ReceiveMessageAsync()).Value is { } message)
                return message.Body.ToObjectFromJson<JsonElement>();
            await Task.Delay(100);
        }
        throw new TimeoutException("No poison message within 10 s.");
    }
}
