using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;

namespace EndToEnd.Tests.Ledger;

[Collection(SharedAzurite.Name)]
public sealed class PoisonTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Uploads = "webjobs-blobtrigger-poison";
    private const string Emissions = "emit-report-poison";
    private const string Scans = "await-scan-poison";

    public async ValueTask InitializeAsync()
    {
        foreach (var queue in (string[])[Uploads, Emissions]) await azurite.Storage.Queues.GetQueueClient(queue).DeleteIfExistsAsync();
    }

    public ValueTask DisposeAsync() => InitializeAsync();

    [Fact]
    public async Task What_was_put_aside_is_counted_and_a_queue_that_was_never_needed_is_empty()
    {
        using var ledger = Reaching(uploads: true);
        await azurite.Storage.PoisonAsync(Uploads, "one", default);
        await azurite.Storage.PoisonAsync(Uploads, "two", default);

        Assert.Equal(2, await ledger.CountPoisonedAsync(Uploads, default));
        Assert.Equal(0, await ledger.CountPoisonedAsync(Emissions, default));
    }

    [Fact]
    public void A_ledger_that_does_not_reach_the_queues_beside_the_uploads_does_not_say_they_are_empty()
    {
        using var ledger = Reaching(uploads: false);
        using var whole = Reaching(uploads: true);

        Assert.Equal(["consolidate-year-poison", Emissions, Scans], ledger.PoisonQueues);
        Assert.Equal(["consolidate-year-poison", Emissions, Scans, Uploads], whole.PoisonQueues);
    }

    private AzureLedger Reaching(bool uploads)
    {
        var storage = azurite.Storage;
        return new(storage.Blobs, storage.Blobs, storage.Tables, storage.Queues, TimeProvider.System, uploads ? storage.Queues : null);
    }
}
