using Azure.Core;
using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;

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
}
