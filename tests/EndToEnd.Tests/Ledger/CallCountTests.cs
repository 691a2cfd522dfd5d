using Azure.Core;
using Azure.Data.Tables;
using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;
using Pipeline.Review;

namespace EndToEnd.Tests.Ledger;

[Collection(SharedAzurite.Name)]
public sealed class CallCountTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly StorageCallCounter calls = new();
    private readonly int year = Ledgers.NewYear();
    private AzureLedger ledger = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = Ledgers.On(azurite, null, HttpPipelinePosition.PerRetry, calls);
        await ledger.PrepareAsync(default);
        calls.Reset();
    }

    public ValueTask DisposeAsync()
    {
        ledger.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_accepted_return_costs_seven_calls_with_the_first_upload_and_nine_with_a_later_one()
    {
        await ledger.HandleAsync(Samples.Submission(year, "A", 1));
        Assert.Equal(new Dictionary<string, int> { ["blob PUT"] = 2, ["table POST"] = 5 }, calls.Counts);

        calls.Reset();
        await ledger.HandleAsync(Samples.Submission(year, "B", 2));
        Assert.Equal(new Dictionary<string, int> { ["blob PUT"] = 2, ["table GET"] = 1, ["table POST"] = 6 }, calls.Counts);
    }

    [Fact]
    public async Task A_refused_return_costs_four_calls_and_what_is_known_of_a_year_or_a_file_one_each()
    {
        await ledger.RefuseAsync(Samples.Submission(year, "A", 1));
        Assert.Equal(new Dictionary<string, int> { ["blob PUT"] = 2, ["table POST"] = 2 }, calls.Counts);

        calls.Reset();
        await ledger.ReadTermsAsync(year, default);
        await ledger.ReadHistoryAsync(year, Samples.Changsha, default);
        await ledger.FindAcceptedAsync(Samples.Hash("A"), default);
        Assert.Equal(new Dictionary<string, int> { ["table GET"] = 3 }, calls.Counts);
    }

    [Fact]
    public async Task The_calls_for_a_return_do_not_grow_with_the_number_of_units()
    {
        var costs = new List<int>();
        for (var unit = 0; unit < 15; unit++)
        {
            calls.Reset();
            await ledger.HandleAsync(Samples.Submission(year, $"{unit}", 1, $"4301{unit:D2}"));
            costs.Add(calls.Total);
        }

        Assert.Equal([7], costs.Distinct());
    }

    [Fact]
    public async Task A_return_is_judged_with_as_many_calls_whether_few_units_or_thousands_are_in_force_and_have_budgets()
    {
        await ledger.HandleAsync(Samples.Submission(year, "A", 1));
        await ledger.HandleAsync(year, _ => new ApproveBudget(Reviews.Reviewer, Samples.Changsha, new Dictionary<string, long> { ["EI.INC.PREM"] = 1 }, "湘财预〔2023〕1号"));
        await CopyToOthersAsync(2_500);
        calls.Reset();

        var (state, inForce) = await ledger.ReadUnitAsync(year, Samples.Changsha, default);
        var terms = await ledger.ReadTermsAsync(year, Samples.Changsha, default);

        Assert.Equal((ReturnStatus.Accepted, Samples.Hash("A")), (state.Status, inForce!.Submission.Hash));
        Assert.NotNull(terms.ApprovedBudget(Samples.Changsha));
        Assert.Single(terms.Clauses);
        Assert.Equal(new Dictionary<string, int> { ["table GET"] = 2 }, calls.Counts);
        // The whole year takes a page a thousand units, and so do all of its terms.
        calls.Reset();
        Assert.Equal(2_501, (await ledger.ReadYearAsync(year, default)).Heads.Count);
        Assert.Equal(2_501, (await ledger.ReadTermsAsync(year, default)).Clauses.Count);
        Assert.Equal(new Dictionary<string, int> { ["table GET"] = 6 }, calls.Counts);
    }

    [Fact]
    public async Task Of_a_unit_nothing_happened_to_there_is_nothing_in_force_and_of_a_year_nobody_knows_nothing_is_locked()
    {
        var (state, inForce) = await ledger.ReadUnitAsync(year, "430200", default);

        Assert.Equal((new ReturnState(year, "430200"), null), (state, inForce));
        Assert.Equivalent(YearState.New, await ledger.ReadYearStateAsync(year, default), strict: true);
    }

    [Fact]
    public async Task A_year_and_a_return_are_read_with_one_call_each()
    {
        var submission = Samples.Submission(year, "A", 1);
        await ledger.HandleAsync(submission);
        calls.Reset();

        var head = (await ledger.ReadYearAsync(year, default)).Heads[Samples.Changsha];
        Assert.Equal(1, calls.Total);
        await ledger.ReadReturnAsync(head, default);

        Assert.Equal(new Dictionary<string, int> { ["table GET"] = 2 }, calls.Counts);
    }

    [Fact]
    public async Task Asking_whether_the_stores_answer_costs_one_read_each()
    {
        await ledger.PingAsync(default);

        Assert.Equal(new Dictionary<string, int> { ["blob GET"] = 2, ["queue GET"] = 1, ["table GET"] = 1 }, calls.Counts);
    }

    /// <summary>The head and the budget of 长沙, written once more for as many units that are not in any catalogue.</summary>
    private async Task CopyToOthersAsync(int units)
    {
        var table = azurite.Storage.Tables.GetTableClient("heads");
        var rows = await table.QueryAsync<TableEntity>($"PartitionKey eq '{year}' and Unit eq '{Samples.Changsha}'").Where(r => !r.RowKey.StartsWith("AUDIT", StringComparison.Ordinal)).ToListAsync();
        Assert.Equal(2, rows.Count);
        foreach (var part in Enumerable.Range(1, units).SelectMany(unit => rows.Select(row => Copy(row, unit))).Chunk(100))
            await table.SubmitTransactionAsync(part.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
    }

    private static TableEntity Copy(TableEntity row, int unit)
    {
        var (name, isHead) = ($"U{unit:D5}", row.RowKey.StartsWith("HEAD", StringComparison.Ordinal));
        return new(row) { RowKey = isHead ? $"HEAD|{name}" : $"CLAUSE|{1_000 + unit:D10}", ["Unit"] = name };
    }
}
