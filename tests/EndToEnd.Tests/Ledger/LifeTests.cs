using Azure.Core;
using Azure.Data.Tables;
using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;
using Pipeline.Review;
using Pipeline.Rules;

namespace EndToEnd.Tests.Ledger;

[Collection(SharedAzurite.Name)]
public sealed class LifeTests(AzuriteFixture azurite) : IAsyncLifetime
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
    public async Task Publishing_twice_or_by_many_at_once_leaves_one_audit_row()
    {
        var submission = Samples.Submission(year, "A", 10);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => ledger.PublishAsync(submission, 7, default)));
        await ledger.PublishAsync(submission, 7, default);

        var entry = Assert.Single(await ledger.ReadHistoryAsync(year, Samples.Changsha, default));

        Assert.Equal((1, AuditEvent.Received, submission.Hash), (entry.Revision, entry.What, entry.Submission));
    }

    [Fact]
    public async Task How_a_return_stands_comes_back_as_it_was_written_ticket_and_questions_included()
    {
        var submission = Samples.Submission(year, "A", 10);
        // Far more than one property of an entity takes.
        var questions = Enumerable.Range(0, 2000).Select(i => new OpenQuestion($"R-Y-{i:D4}", $"EI.EXP.一{i}")).ToArray();
        var published = await ledger.PublishAsync(submission, 7, Samples.Check(submission, false, questions), Samples.Noon, default);
        Assert.Equivalent(published.State, (await ledger.ReadYearAsync(year, default)).Return(Samples.Changsha), strict: true);
        await ledger.BeginAsync(year);
        await ledger.ReturnAsync(year);

        var read = await ledger.ReadYearAsync(year, default);

        var state = read.Return(Samples.Changsha);
        Assert.Equal((ReturnStatus.Returned, 1, 3, "张三"), (state.Status, state.Version, state.Revision, state.Preparer));
        Assert.Equal(questions, state.Questions);
        Assert.Equivalent(
            new ReturnTicket($"T-{year}-430100-001", Samples.Changsha, "李四", Samples.Noon, new(2024, 4, 1), "请核对\n台账", [new("S01企保收支表", "H9", "少报“滞纳金”")]),
            state.Ticket, strict: true);
        Assert.Equal(new Head(submission, 7), read.Heads[Samples.Changsha]);
    }

    [Fact]
    public async Task A_refused_upload_is_written_down_once_and_disturbs_nothing()
    {
        var (good, bad) = (Samples.Submission(year, "A", 10), Samples.Submission(year, "bad", 20));
        await ledger.PublishAsync(good, 7, default);
        await ledger.RefuseAsync(bad);
        await ledger.RefuseAsync(bad);

        var read = await ledger.ReadYearAsync(year, default);

        Assert.Equal(new Head(good, 7), read.Heads[Samples.Changsha]);
        Assert.Equal(ReturnStatus.Accepted, read.Return(Samples.Changsha).Status);
        Assert.Equal([AuditEvent.Received, AuditEvent.Refused], (await ledger.ReadHistoryAsync(year, Samples.Changsha, default)).Select(e => e.What));
    }

    [Fact]
    public async Task A_refused_upload_of_a_unit_that_filed_nothing_puts_nothing_in_force()
    {
        await ledger.RefuseAsync(Samples.Submission(year, "bad", 20));

        var read = await ledger.ReadYearAsync(year, default);

        Assert.Empty(read.Heads);
        Assert.Equal(ReturnStatus.Failed, read.Return(Samples.Changsha).Status);
        Assert.Equal(Publication.InForce, await ledger.PublishAsync(Samples.Submission(year, "A", 10), 7, default));
    }

    [Fact]
    public async Task What_was_withdrawn_is_in_force_no_more_and_its_event_given_again_does_not_bring_it_back()
    {
        var submission = Samples.Submission(year, "A", 10);
        await ledger.PublishAsync(submission, 7, default);
        Assert.True(await ledger.WithdrawAsync(year));
        Assert.Empty((await ledger.ReadYearAsync(year, default)).Heads);

        Assert.Equal(Publication.Superseded, await ledger.PublishAsync(submission, 7, default));
        Assert.Empty((await ledger.ReadYearAsync(year, default)).Heads);

        Assert.Equal(Publication.InForce, await ledger.PublishAsync(submission with { Sequence = 30 }, 7, default));
        Assert.Equal(submission with { Sequence = 30 }, (await ledger.ReadYearAsync(year, default)).Heads[Samples.Changsha].Submission);
    }

    [Fact]
    public async Task An_upload_during_the_review_is_held_with_the_reason()
    {
        await ledger.PublishAsync(Samples.Submission(year, "A", 10), 7, default);
        await ledger.BeginAsync(year);
        var newer = Samples.Submission(year, "B", 20);

        var held = await ledger.PublishAsync(newer, 7, Samples.Check(newer), Samples.Noon, default);

        Assert.Equal((Publication.Held, ReturnStatus.UnderReview), (held.Outcome, held.State.Status));
        Assert.Contains("复核中", held.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_upload_judged_beside_another_return_than_the_one_that_stands_is_to_be_judged_again(bool refused)
    {
        var (first, next) = (Samples.Submission(year, "A", 10), Samples.Submission(year, "B", 20));
        Assert.Equal(Publication.InForce, (await ledger.PublishAsync(first, 7, Samples.Check(first) with { Beside = 0 }, Samples.Noon, default)).Outcome);

        async Task<Publication> JudgeAsync(int beside) => (refused
            ? await ledger.RefuseAsync(next, Samples.Check(next, refused: true) with { Beside = beside }, Samples.Noon, default)
            : await ledger.PublishAsync(next, 7, Samples.Check(next) with { Beside = beside }, Samples.Noon, default)).Outcome;

        Assert.Equal(Publication.Held, await JudgeAsync(0));
        Assert.Single(await ledger.ReadHistoryAsync(year, Samples.Changsha, default));
        // The second time its own first try is known again.
        Assert.Equal((Publication.InForce, Publication.InForce), (await JudgeAsync(1), await JudgeAsync(1)));
        Assert.Equal(2, (await ledger.ReadHistoryAsync(year, Samples.Changsha, default)).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Of_two_reviewers_who_decide_at_once_one_is_told_and_the_numbers_have_no_gap(int seed)
    {
        using var other = Ledgers.On(azurite);
        var random = new Random(seed);
        await ledger.PublishAsync(Samples.Submission(year, "A", 10), 7, default);
        var done = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => random.Next(3) switch
        {
            0 => (i % 2 == 0 ? ledger : other).BeginAsync(year),
            1 => (i % 2 == 0 ? ledger : other).ApproveAsync(year),
            _ => (i % 2 == 0 ? ledger : other).ReturnAsync(year),
        }));

        var history = await ledger.ReadHistoryAsync(year, Samples.Changsha, default);

        // The same person doing the same at the same instant is one event, told to both.
        Assert.InRange(history.Count, 2, 1 + done.Count(d => d));
        Assert.Equal(Enumerable.Range(1, history.Count), history.Select(e => e.Revision));
        Assert.All(history.Zip(history.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.Equal(history[^1].To, (await ledger.ReadYearAsync(year, default)).Return(Samples.Changsha).Status);
    }

    [Fact]
    public async Task The_year_is_read_with_one_call_however_much_was_written_down()
    {
        await ledger.PublishAsync(Samples.Submission(year, "A", 10), 7, default);
        var heads = azurite.Storage.Tables.GetTableClient("heads");
        foreach (var part in Enumerable.Range(1, 1_100).Chunk(100))
            await heads.SubmitTransactionAsync(part.Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity($"{year}", $"AUDIT|U|430100|9{i:D9}"))));
        var calls = new StorageCallCounter();
        using var counted = Ledgers.On(azurite, null, HttpPipelinePosition.PerRetry, calls);

        Assert.Single((await counted.ReadYearAsync(year, default)).Heads);

        Assert.Equal(1, calls.Total);
    }

    [Fact]
    public async Task What_is_laid_down_comes_back_in_order_each_with_its_audit_row()
    {
        await ledger.HandleAsync(year, _ => new SuspendRule(Reviews.Reviewer, new("R-A-01", "口径调整", new(2024, 1, 1), null, "")));
        await ledger.HandleAsync(year, _ => new ExplainRule(Reviews.Reviewer, new("R-Y-01", "EI.INC.PREM", "自十二月一日起实行省级统筹", "")));
        await ledger.HandleAsync(year, _ => new ApproveBudget(Reviews.Reviewer, Samples.Changsha, new Dictionary<string, long> { ["EI.INC.PREM"] = long.MaxValue }, "湘财预〔2023〕1号"));

        var terms = await ledger.ReadTermsAsync(year, default);

        Assert.Equal(new("R-A-01", "口径调整", new(2024, 1, 1), null, "李四"), Assert.Single(terms.Suspensions));
        Assert.Equal(new("R-Y-01", "EI.INC.PREM", "自十二月一日起实行省级统筹", "李四"), Assert.Single(terms.Explanations));
        Assert.Equal(long.MaxValue, terms.ApprovedBudget(Samples.Changsha)!["EI.INC.PREM"]);
        Assert.Equivalent(terms.Clauses, (await ledger.ReadTermsAsync(year, Samples.Changsha, default)).Clauses, strict: true);
        Assert.Equivalent(terms.Clauses.Take(2), (await ledger.ReadTermsAsync(year, "430200", default)).Clauses, strict: true);
        var said = await ledger.ReadHistoryAsync(year, null, default);
        Assert.Equal([AuditEvent.RuleSuspended, AuditEvent.RuleExplained, AuditEvent.BudgetApproved], said.Select(e => e.What));
        Assert.Equal([1, 2, 3], said.Select(e => e.Revision));
    }

    [Fact]
    public async Task A_head_written_before_there_were_reviews_counts_as_accepted()
    {
        var submission = Samples.Submission(year, "A", 10);
        await azurite.Storage.Tables.GetTableClient("heads").AddEntityAsync(new TableEntity($"{year}", "HEAD|430100")
        {
            ["Unit"] = submission.Unit, ["Hash"] = submission.Hash, ["Sequence"] = submission.Sequence, ["Path"] = submission.Path, ["UploadETag"] = submission.ETag, ["RowCount"] = 7,
        });

        Assert.Equal(Publication.Superseded, await ledger.PublishAsync(Samples.Submission(year, "older", 9), 7, default));
        Assert.True(await ledger.BeginAsync(year));
        Assert.Equal((new Head(submission, 7), ReturnStatus.UnderReview), ((await ledger.ReadYearAsync(year, default)).Heads[Samples.Changsha], (await ledger.ReadYearAsync(year, default)).Return(Samples.Changsha).Status));
    }
}
