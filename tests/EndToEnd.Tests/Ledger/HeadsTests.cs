using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;

namespace EndToEnd.Tests.Ledger;

[Collection(SharedAzurite.Name)]
public sealed class HeadsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly AzureLedger ledger = Ledgers.On(azurite);
    private readonly int year = Ledgers.NewYear();

    public async ValueTask InitializeAsync() => await ledger.PrepareAsync(default);

    public ValueTask DisposeAsync()
    {
        ledger.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_newest_upload_is_in_force_whatever_the_order_of_events()
    {
        var (first, second) = (Samples.Submission(year, "first", 10), Samples.Submission(year, "second", 20));

        Assert.Equal(Publication.InForce, await ledger.PublishAsync(second, 7, default));
        Assert.Equal(Publication.Superseded, await ledger.PublishAsync(first, 5, default));
        Assert.Equal(Publication.Superseded, await ledger.PublishAsync(first, 5, default));
        Assert.Equal(Publication.InForce, await ledger.PublishAsync(second, 7, default));

        Assert.Equal(new Head(second, 7), await HeadAsync());
    }

    [Fact]
    public async Task Of_two_uploads_at_the_same_instant_the_larger_hash_is_in_force()
    {
        var tied = new[] { Samples.Submission(year, "one", 10), Samples.Submission(year, "two", 10) }.OrderBy(s => s.Hash, StringComparer.Ordinal).ToArray();

        Assert.Equal(Publication.InForce, await ledger.PublishAsync(tied[0], 1, default));
        Assert.Equal(Publication.InForce, await ledger.PublishAsync(tied[1], 1, default));
        Assert.Equal(Publication.Superseded, await ledger.PublishAsync(tied[0], 1, default));

        Assert.Equal(tied[1], (await HeadAsync()).Submission);
    }

    [Fact]
    public async Task Uploading_the_first_file_once_more_after_the_second_puts_it_in_force_again()
    {
        Submission[] uploads = [Samples.Submission(year, "A", 10), Samples.Submission(year, "B", 20), Samples.Submission(year, "A", 30)];
        foreach (var upload in uploads)
            Assert.Equal(Publication.InForce, await ledger.PublishAsync(upload, 1, default));

        Assert.Equal(uploads[2], (await HeadAsync()).Submission);
        Assert.Equal(Publication.InForce, await ledger.PublishAsync(uploads[0], 1, default));
        Assert.Equal(uploads[2], (await HeadAsync()).Submission);
    }

    [Fact]
    public async Task A_version_that_was_read_anew_is_in_force_with_its_new_count_of_rows()
    {
        var (early, late) = (Samples.Submission(year, "A", 10), Samples.Submission(year, "A", 30));
        await ledger.PublishAsync(late, 120, default);

        Assert.Equal(Publication.InForce, await ledger.PublishAsync(early, 110, default));

        Assert.Equal(new Head(late, 110), await HeadAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Two_instances_publishing_at_the_same_time_leave_the_newest_in_force(int seed)
    {
        using var other = Ledgers.On(azurite);
        var random = new Random(seed);
        var uploads = Enumerable.Range(0, 64).Select(_ => Samples.Submission(year, $"{random.Next(20)}", random.Next(25))).ToList();

        var said = await Task.WhenAll(uploads.Select((upload, i) => (i % 2 == 0 ? ledger : other).PublishAsync(upload, 1, default)));

        var newest = uploads.Aggregate((a, b) => b.IsNewerThan(a) ? b : a);
        Assert.Equal(newest, (await HeadAsync()).Submission);
        Assert.All(uploads.Zip(said).Where(u => u.First.Hash == newest.Hash && u.First.Sequence == newest.Sequence), u => Assert.Equal(Publication.InForce, u.Second));
    }

    [Fact]
    public async Task Units_do_not_disturb_each_other_and_an_impossible_unit_has_its_own_head()
    {
        string[] units = ["430100", "430200", "长沙/市", "a#b?c\\d", new string('长', 300), ""];
        await Task.WhenAll(units.Select(unit => ledger.PublishAsync(Samples.Submission(year, unit, 1, unit), 1, default)));

        var heads = (await ledger.ReadYearAsync(year, default)).Heads;

        Assert.Equal(units.Order(StringComparer.Ordinal), heads.Keys.Order(StringComparer.Ordinal));
        Assert.All(heads, h => Assert.Equal(Samples.Submission(year, h.Key, 1, h.Key), h.Value.Submission));
    }

    [Fact]
    public async Task A_year_nobody_wrote_to_is_new()
    {
        var read = await ledger.ReadYearAsync(year, default);

        Assert.Empty(read.Heads);
        Assert.Equal(YearState.New, read.State);
    }

    [Fact]
    public async Task The_state_of_a_year_comes_back_as_it_was_written()
    {
        var written = new YearState("snap", "rep", true, new(2024, 2, 1, 0, 0, 0, TimeSpan.FromHours(8)), ["430100", "省本级"], "缺报单位：长沙市", null);

        Assert.True(await ledger.TryChangeYearAsync(year, written, default));

        var read = (await ledger.ReadYearAsync(year, default)).State;
        Assert.NotNull(read.ETag);
        Assert.Equivalent(written, read with { ETag = null }, strict: true);
        Assert.True(await ledger.TryChangeYearAsync(year, new(null, null, false, null, [], null, read.ETag), default));
        Assert.Equivalent(YearState.New, (await ledger.ReadYearAsync(year, default)).State with { ETag = null }, strict: true);
    }

    [Fact]
    public async Task Of_two_that_change_a_year_at_once_one_is_told_so_and_a_repeated_change_is_not()
    {
        var (mine, theirs) = (YearState.New with { Snapshot = "mine" }, YearState.New with { Snapshot = "theirs" });
        Assert.True(await ledger.TryChangeYearAsync(year, mine, default));
        Assert.True(await ledger.TryChangeYearAsync(year, mine, default));
        Assert.False(await ledger.TryChangeYearAsync(year, theirs, default));

        var read = (await ledger.ReadYearAsync(year, default)).State;
        Assert.True(await ledger.TryChangeYearAsync(year, theirs with { ETag = read.ETag }, default));
        Assert.True(await ledger.TryChangeYearAsync(year, theirs with { ETag = read.ETag }, default));
        Assert.False(await ledger.TryChangeYearAsync(year, mine with { ETag = read.ETag }, default));

        Assert.Equal("theirs", (await ledger.ReadYearAsync(year, default)).State.Snapshot);
    }

    private async Task<Head> HeadAsync() => (await ledger.ReadYearAsync(year, default)).Heads[Samples.Changsha];
}
