using Azure.Data.Tables;
using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;
using Pipeline.Returns;

namespace EndToEnd.Tests.Ledger;

[Collection(SharedAzurite.Name)]
public sealed class FactsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly AzureLedger ledger = Ledgers.On(azurite);
    private readonly TableClient facts = azurite.Storage.Tables.GetTableClient("facts");
    private readonly Submission submission = Samples.Submission(Ledgers.NewYear(), "return", 1);

    public async ValueTask InitializeAsync() => await ledger.PrepareAsync(default);

    public ValueTask DisposeAsync()
    {
        ledger.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(350)]
    public async Task A_stored_return_comes_back_as_it_was_in_its_order(int items)
    {
        var stored = Samples.Return(submission, items);

        var rows = await ledger.StoreAsync(submission, stored, default);

        Assert.Equivalent(stored, await ledger.ReadReturnAsync(new(submission, rows), default), strict: true);
    }

    [Fact]
    public async Task A_return_of_which_no_texts_were_kept_comes_back_without()
    {
        var with = Samples.Return(submission);
        var stored = with with { Items = [.. with.Items.Select(i => i with { Texts = null })], Lines = [.. with.Lines.Select(l => l with { Texts = null })] };

        var rows = await ledger.StoreAsync(submission, stored, default);

        Assert.Equivalent(stored, await ledger.ReadReturnAsync(new(submission, rows), default), strict: true);
    }

    [Fact]
    public async Task A_return_without_any_value_is_whole_but_a_version_that_is_not_there_is_not()
    {
        var empty = new Return(submission.Year, submission.Unit, [], []);

        await Assert.ThrowsAsync<InvalidDataException>(() => ledger.ReadReturnAsync(new(submission, 0), default));
        var rows = await ledger.StoreAsync(submission, empty, default);

        Assert.Equal(1, rows);
        Assert.Equivalent(empty, await ledger.ReadReturnAsync(new(submission, rows), default), strict: true);
    }

    [Fact]
    public async Task Storing_it_again_changes_nothing()
    {
        var rows = await ledger.StoreAsync(submission, Samples.Return(submission), default);
        var before = await RowsAsync();

        Assert.Equal(rows, await ledger.StoreAsync(submission, Samples.Return(submission), default));

        Assert.Equal(before, await RowsAsync());
        Assert.Equal(rows, before.Count);
    }

    [Fact]
    public async Task A_version_that_lost_a_row_is_not_given_out()
    {
        var rows = await ledger.StoreAsync(submission, Samples.Return(submission), default);
        await facts.DeleteEntityAsync(Partition, "S01|EI.ITEM.120");

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => ledger.ReadReturnAsync(new(submission, rows), default));

        Assert.Contains($"{rows - 1} of {rows} rows", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_in_which_one_fen_was_changed_is_not_given_out()
    {
        var rows = await ledger.StoreAsync(submission, Samples.Return(submission), default);
        await facts.UpsertEntityAsync(new TableEntity(Partition, "S01|EI.ITEM.120") { ["CUR"] = Convert.ToInt64(submission.Hash[..8], 16) + 1 });

        await Assert.ThrowsAsync<InvalidDataException>(() => ledger.ReadReturnAsync(new(submission, rows), default));
    }

    [Fact]
    public async Task A_version_in_which_a_quoted_text_was_changed_is_not_given_out()
    {
        var rows = await ledger.StoreAsync(submission, Samples.Return(submission), default);
        await facts.UpsertEntityAsync(new TableEntity(Partition, "S01|EI.ITEM.120") { ["CUR__SAID"] = "7" });

        await Assert.ThrowsAsync<InvalidDataException>(() => ledger.ReadReturnAsync(new(submission, rows), default));
    }

    [Fact]
    public async Task Reading_the_same_file_with_a_corrected_catalogue_leaves_no_row_of_the_earlier_reading_in_force()
    {
        await ledger.StoreAsync(submission, Samples.Return(submission, items: 130), default);
        var corrected = Samples.Return(submission, items: 110);

        var rows = await ledger.StoreAsync(submission, corrected, default);

        Assert.Equivalent(corrected, await ledger.ReadReturnAsync(new(submission, rows), default), strict: true);
    }

    [Fact]
    public async Task A_text_longer_than_a_property_and_a_line_longer_than_an_entity_come_back_whole()
    {
        var longest = string.Concat(Enumerable.Repeat("养老保险基金😀", 15_000));
        RegisterLine[] lines =
        [
            Samples.Line("S10", 20, ("SECTION", "一"), ("TEXT", "甲" + longest[..32_008])),
            Samples.Line("S10", 21, [.. Enumerable.Range(0, 12).Select(i => ($"TEXT{i}", longest[(8 * i)..]))]),
            Samples.Line("S10", 22, ("TEXT", "")),
        ];
        var stored = Samples.Return(submission, items: 5, lines);

        var rows = await ledger.StoreAsync(submission, stored, default);

        Assert.Equivalent(stored, await ledger.ReadReturnAsync(new(submission, rows), default), strict: true);
    }

    [Fact]
    public async Task A_catalogue_code_that_a_table_cannot_take_is_a_defect_and_nothing_is_stored()
    {
        var unfit = new Return(submission.Year, submission.Unit, [new("S01", "EI/INC", "S01", 1, new Dictionary<string, long>())], []);

        await Assert.ThrowsAsync<InvalidDataException>(() => ledger.StoreAsync(submission, unfit, default));

        Assert.Empty(await RowsAsync());
    }

    private string Partition => $"{submission.Year}|{submission.Unit}|{submission.Hash[..16]}";

    private async Task<List<string>> RowsAsync() =>
        await facts.QueryAsync<TableEntity>(row => row.PartitionKey == Partition)
            .Select(row => string.Join(' ', row.Where(p => p.Key is not ("Timestamp" or "odata.etag")).Select(p => $"{p.Key}={p.Value}").Order()))
            .ToListAsync();
}
