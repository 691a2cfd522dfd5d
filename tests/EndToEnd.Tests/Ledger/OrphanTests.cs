using Azure.Data.Tables;
using EndToEnd.Tests.LocalHost;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Ledger;

namespace EndToEnd.Tests.Ledger;

[Collection(SharedAzurite.Name)]
public sealed class OrphanTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private readonly TableClient facts = azurite.Storage.Tables.GetTableClient("facts");
    private readonly int year = Ledgers.NewYear();
    private AzureLedger ledger = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = await Ledgers.PreparedAsync(azurite, clock);
        // What other tests left behind.
        await ledger.DeleteOrphansAsync(TimeSpan.FromDays(-1), default);
    }

    public ValueTask DisposeAsync()
    {
        ledger.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_version_nobody_speaks_of_is_deleted_when_it_is_old_and_not_before()
    {
        var orphan = Samples.Submission(year, "orphan", 1);
        await ledger.StoreAsync(orphan, Samples.Return(orphan, items: 250), default);

        Assert.Equal(0, await ledger.DeleteOrphansAsync(Week, default));
        Assert.Equal(253, await CountAsync());
        clock.Advance(Week + TimeSpan.FromMinutes(5));
        Assert.Equal(1, await ledger.DeleteOrphansAsync(Week, default));

        Assert.Equal(0, await CountAsync());
        Assert.Equal(0, await ledger.DeleteOrphansAsync(Week, default));
    }

    [Fact]
    public async Task What_a_head_or_a_receipt_speaks_of_stays()
    {
        var (inForce, superseded, published) = (Samples.Submission(year, "A", 20), Samples.Submission(year, "B", 10), Samples.Submission(year, "C", 1, "430200"));
        await ledger.HandleAsync(inForce);
        await ledger.HandleAsync(superseded);
        var rows = await ledger.StoreAsync(published, Samples.Return(published), default);
        await ledger.PublishAsync(published, rows, default);
        clock.Advance(2 * Week);

        Assert.Equal(0, await ledger.DeleteOrphansAsync(Week, default));

        foreach (var kept in (Submission[])[inForce, superseded, published])
            Assert.Equal(120, (await ledger.ReadReturnAsync(new(kept, rows), default)).Items.Count);
    }

    [Fact]
    public async Task A_version_stored_again_while_it_is_being_deleted_stays_whole()
    {
        var orphan = Samples.Submission(year, "orphan", 1);
        await ledger.StoreAsync(orphan, Samples.Return(orphan), default);
        clock.Advance(2 * Week);

        // Just before the first deletion is sent, the upload is handled after all.
        await AssertKeptAsync(orphan, Before.Transaction);
    }

    [Fact]
    public async Task A_version_stored_again_before_its_rows_are_read_for_deletion_stays()
    {
        var orphan = Samples.Submission(year, "orphan", 1);
        await ledger.StoreAsync(orphan, Samples.Return(orphan), default);
        // What was stored until now is old, what is stored from now on is not.
        await Task.Delay(1_100);
        var now = TimeProvider.System.GetUtcNow();
        clock.SetUtcNow(now + Week);
        await Task.Delay(1_100);

        // After nobody was found to speak of it, the upload is handled after all: its rows have new ETags by the time they are read.
        await AssertKeptAsync(orphan, act => new Before(message => message.Request.Uri.Query.Contains("PartitionKey%20eq", StringComparison.Ordinal), act));
    }

    /// <summary>Sweeps, and in the middle of it stores and publishes the version that is being swept.</summary>
    private async Task AssertKeptAsync(Submission orphan, Func<Func<Task>, Before> interrupt)
    {
        var rows = 0;
        var interruption = interrupt(async () =>
        {
            rows = await ledger.StoreAsync(orphan, Samples.Return(orphan), default);
            await ledger.PublishAsync(orphan, rows, default);
        });
        using var sweeper = Ledgers.On(azurite, clock, Azure.Core.HttpPipelinePosition.PerCall, interruption);

        Assert.Equal(0, await sweeper.DeleteOrphansAsync(Week, default));

        Assert.Equal(123, rows);
        Assert.Equal(120, (await ledger.ReadReturnAsync(new(orphan, rows), default)).Items.Count);
    }

    private async Task<int> CountAsync() =>
        await facts.QueryAsync<TableEntity>($"PartitionKey ge '{year}|' and PartitionKey lt '{year}~'").CountAsync();
}
