using System.Text.RegularExpressions;
using Azure.Core;
using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;
using Pipeline.Review;

namespace EndToEnd.Tests.Ledger;

[Collection(SharedAzurite.Name)]
public sealed partial class LockTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string[] Units = [.. Enumerable.Range(1, 15).Select(i => $"43{i:D2}00")];

    private readonly AzureLedger ledger = Ledgers.On(azurite);
    private readonly int year = Ledgers.NewYear();

    public async ValueTask InitializeAsync() => await ledger.PrepareAsync(default);

    public ValueTask DisposeAsync()
    {
        ledger.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_lock_is_one_transaction_and_its_record_comes_back_whole()
    {
        await ApproveAllAsync();
        var locked = await ledger.LockAsync(year, Units);

        var read = await ledger.ReadYearAsync(year, default);

        Assert.Null(LockChain.Verify(read.Locks, read.State.Review.LastHash));
        Assert.Equivalent(locked!.Record, Assert.Single(read.Locks), strict: true);
        Assert.Equal(read.Heads.ToDictionary(h => h.Key, h => h.Value.Submission.Hash), read.Locks[0].Vector);
        Assert.All(Units, u => Assert.Equal(ReturnStatus.Locked, read.Return(u).Status));
        Assert.Equal(AuditEvent.Locked, Assert.Single(await ledger.ReadHistoryAsync(year, null, default)).What);
        Assert.Equal(AuditEvent.Locked, (await ledger.ReadHistoryAsync(year, Units[0], default))[^1].What);
    }

    /// <summary>Units whose returns are given back and filed anew while others lock: what is in force and what was locked never differ.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_publication_that_races_with_a_lock_is_in_its_vector_or_is_not_taken(int seed)
    {
        using var other = Ledgers.On(azurite);
        var random = new Random(seed);
        await ApproveAllAsync();
        // One return is opened so that its next upload may be taken, approved and locked, in whatever order the calls come.
        await ledger.ReturnAsync(year, Units[0]);
        var uploads = Enumerable.Range(0, 8).Select(i => Samples.Submission(year, $"n{seed}{i}", 100 + random.Next(50), Units[random.Next(2)])).ToList();

        var publishing = Task.WhenAll(uploads.Select(u => ledger.PublishAsync(u, 1, Samples.Check(u), Samples.Noon, default)));
        var locking = Task.Run(async () =>
        {
            while (await other.LockAsync(year, Units) is null)
            {
                await other.BeginAsync(year, Units[0]);
                await other.ApproveAsync(year, Units[0]);
            }
        });
        await Task.WhenAll(publishing, locking);

        var read = await ledger.ReadYearAsync(year, default);
        Assert.Equal(read.Locks[0].Vector.OrderBy(v => v.Key), read.Heads.ToDictionary(h => h.Key, h => h.Value.Submission.Hash).OrderBy(v => v.Key));
        var late = Samples.Submission(year, "late", 900, Units[0]);
        Assert.Equal(Publication.Held, (await ledger.PublishAsync(late, 1, Samples.Check(late), Samples.Noon, default)).Outcome);
        foreach (var unit in Units[..2])
        {
            var history = await ledger.ReadHistoryAsync(year, unit, default);
            Assert.Equal(Enumerable.Range(1, history.Count), history.Select(e => e.Revision));
            Assert.Equal(AuditEvent.Locked, history[^1].What);
        }
    }

    [Fact]
    public async Task A_return_given_back_and_filed_anew_between_the_look_and_the_lock_keeps_the_year_open()
    {
        await ApproveAllAsync();
        var anew = Samples.Submission(year, "anew", 50, Units[7]);
        var interruption = Before.Transaction(async () =>
        {
            await ledger.ReturnAsync(year, Units[7]);
            Assert.Equal(Publication.InForce, await ledger.PublishAsync(anew, 1, default));
        });
        using var late = Ledgers.On(azurite, null, HttpPipelinePosition.PerCall, interruption);

        Assert.Null(await late.LockAsync(year, Units));

        var read = await ledger.ReadYearAsync(year, default);
        Assert.Empty(read.Locks);
        Assert.Equal(anew, read.Heads[Units[7]].Submission);
        Assert.All(Units.Where(u => u != Units[7]), u => Assert.Equal(ReturnStatus.Approved, read.Return(u).Status));
    }

    [Fact]
    public async Task Of_many_that_lock_at_once_there_is_one_record()
    {
        using var other = Ledgers.On(azurite);
        await ApproveAllAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? ledger : other).LockAsync(year, Units)));

        Assert.Single((await ledger.ReadYearAsync(year, default)).Locks);
        Assert.Single(await ledger.ReadHistoryAsync(year, null, default));
    }

    [Fact]
    public async Task A_lock_leaves_what_else_the_years_row_says()
    {
        await ApproveAllAsync();
        await ledger.TryChangeYearAsync(year, YearState.New with { Snapshot = "snap", Note = "说明" }, default);
        await ledger.LockAsync(year, Units);

        var state = (await ledger.ReadYearAsync(year, default)).State;
        Assert.Equal(("snap", "说明", true), (state.Snapshot, state.Note, state.Review.IsLocked));
        Assert.True(await ledger.TryChangeYearAsync(year, state with { Report = "snap" }, default));
        Assert.True((await ledger.ReadYearAsync(year, default)).State.Review.IsLocked);
    }

    /// <summary>Disturbs the first call of a whole life, then the second, …: nothing is written twice, nothing is lost.</summary>
    [Theory]
    [InlineData(FaultKind.NotSent, HttpPipelinePosition.PerCall)]
    [InlineData(FaultKind.AnswerLost, HttpPipelinePosition.PerCall)]
    [InlineData(FaultKind.AnswerLost, HttpPipelinePosition.PerRetry)]
    [InlineData(FaultKind.SentTwice, HttpPipelinePosition.PerRetry)]
    public async Task Whichever_call_fails_a_life_ends_as_if_none_had(FaultKind kind, HttpPipelinePosition position)
    {
        var (undisturbed, _) = await LiveAsync(kind, position, int.MaxValue);
        // The head, the year, two locks, one clause; four events of the year and twelve of the return.
        Assert.Equal(21, undisturbed.Count);

        var call = 1;
        for (; ; call++)
        {
            var (state, struck) = await LiveAsync(kind, position, call);
            if (!struck)
                break;
            Assert.Equal(undisturbed, state);
        }
        // Every call there is: 2 for each of nine changes, 1 for the first publication, 3 for each of two more and for the refusal.
        Assert.Equal(28, call - 1);
    }

    private async Task ApproveAllAsync() => await Task.WhenAll(Units.Select(async unit =>
    {
        await ledger.PublishAsync(Samples.Submission(year, unit, 1, unit), 1, default);
        await ledger.BeginAsync(year, unit);
        await ledger.ApproveAsync(year, unit);
    }));

    private async Task<(IReadOnlyList<string> State, bool Struck)> LiveAsync(FaultKind kind, HttpPipelinePosition position, int call)
    {
        var its = Ledgers.NewYear();
        var fault = new Fault(kind, call);
        using var disturbed = Ledgers.On(azurite, null, position, fault);
        var (a, b, bad) = (Samples.Submission(its, "A", 10), Samples.Submission(its, "B", 20), Samples.Submission(its, "bad", 30));
        Func<Task>[] steps =
        [
            () => disturbed.PublishAsync(a, 7, default), () => disturbed.WithdrawAsync(its), () => disturbed.PublishAsync(a with { Sequence = 15 }, 7, default),
            () => disturbed.BeginAsync(its), () => disturbed.ReturnAsync(its), () => disturbed.PublishAsync(b, 7, default),
            () => disturbed.RefuseAsync(bad, Samples.Check(bad, refused: true), Samples.Noon, default),
            () => disturbed.BeginAsync(its), () => disturbed.ApproveAsync(its), () => disturbed.LockAsync(its, Samples.Changsha),
            () => disturbed.HandleAsync(its, read => new RequestUnlock(Reviews.Director, "更正", [], "")),
            () => disturbed.HandleAsync(its, read => new ConfirmUnlock(Reviews.OtherDirector, "report")),
            () => disturbed.LockAsync(its, Samples.Changsha),
        ];
        foreach (var step in steps)
        {
            try
            {
                await step();
            }
            catch (IOException) when (fault.Struck)
            {
                await step();
            }
        }
        // Prints in which the year has a part are of no account: every run has another.
        string[] contents = [a.Hash, b.Hash, bad.Hash];
        var lines = (await StoredState.OfAsync(azurite, its)).Select(l => Print().Replace(l, m => contents.Any(c => c.StartsWith(m.Value, StringComparison.Ordinal)) ? m.Value : "#"));
        return ([.. lines.Order(StringComparer.Ordinal)], fault.Struck);
    }

    [GeneratedRegex("[0-9a-f]{64}|(?<=记录)[0-9a-f]{12}")]
    private static partial Regex Print();
}
