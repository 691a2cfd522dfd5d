using EndToEnd.Tests.LocalHost;
using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Returns.Receipts;
using Pipeline.Rules;

namespace EndToEnd.Tests.Ledger;

[Collection(SharedAzurite.Name)]
public sealed class AnswersTests(AzuriteFixture azurite) : IAsyncLifetime
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
    public async Task The_first_receipt_of_a_submission_stands()
    {
        var submission = Samples.Submission(year, "A", 10);
        var first = Samples.Receipt(submission, false, Samples.Finding(), Samples.Finding(Severity.Warning));

        Assert.Equal(first, await ledger.AnswerAsync(submission, first, default));
        var second = await ledger.AnswerAsync(submission, Samples.Receipt(submission), default);

        Assert.Equivalent(first, second, strict: true);
        Assert.Equivalent(first, await ledger.ReadReceiptAsync(year, Samples.Changsha, submission.Hash, default), strict: true);
    }

    [Fact]
    public async Task Of_many_that_answer_at_once_all_get_the_one_receipt_that_stands()
    {
        var submission = Samples.Submission(year, "A", 10);

        var given = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => ledger.AnswerAsync(submission, Samples.Receipt(submission) with { UnitName = $"{i}" }, default)));

        Assert.Single(given.Select(r => r.UnitName).Distinct());
    }

    [Fact]
    public async Task The_workbook_of_a_receipt_is_drawn_from_the_receipt_that_stands_and_is_had_by_a_link()
    {
        var submission = Samples.Submission(year, "A", 10);
        await ledger.AnswerAsync(submission, Samples.Receipt(submission) with { UnitName = "first" }, default);
        await ledger.AnswerAsync(submission, Samples.Receipt(submission) with { UnitName = "second" }, Samples.Workbook, default);
        var receipt = await ledger.AnswerAsync(submission, Samples.Receipt(submission), _ => [1], default);

        var expected = Samples.Workbook(Samples.Receipt(submission) with { UnitName = "first" });
        Assert.Equal(expected, await ledger.ReadReceiptWorkbookAsync(receipt, default));
        var link = await ledger.MintReceiptLinkAsync(receipt, "回执.xlsx", default);
        using var http = new HttpClient();
        Assert.Equal(expected, await http.GetByteArrayAsync(link));
        Assert.Null(await ledger.MintReceiptLinkAsync(receipt with { Submission = Samples.Hash("nobody") }, "回执.xlsx", default));
        Assert.Null(await ledger.ReadReceiptWorkbookAsync(receipt with { Unit = "../x" }, default));
    }

    [Fact]
    public async Task A_file_taken_before_is_found_for_every_unit_and_year_and_a_refused_one_is_not()
    {
        var (file, refused) = (Samples.Submission(year, $"file{year}", 30), Samples.Submission(year, $"bad{year}", 40));
        await ledger.AnswerAsync(file, Samples.Receipt(file), default);
        await ledger.AnswerAsync(file with { Sequence = 99 }, Samples.Receipt(file) with { ReceivedAt = new(99, TimeSpan.Zero) }, default);
        var other = file with { Unit = "430200", Sequence = 20 };
        await ledger.AnswerAsync(other, Samples.Receipt(other), default);
        await ledger.AnswerAsync(refused, Samples.Receipt(refused, false, Samples.Finding()), default);

        Assert.Equal(
            [new(year, "430200", new(20, TimeSpan.Zero)), new EarlierUpload(year, Samples.Changsha, new(30, TimeSpan.Zero))],
            await ledger.FindAcceptedAsync(file.Hash, default));
        Assert.Empty(await ledger.FindAcceptedAsync(refused.Hash, default));
    }

    [Fact]
    public async Task A_submission_nobody_answered_has_no_receipt() =>
        Assert.Null(await ledger.ReadReceiptAsync(year, Samples.Changsha, Samples.Hash("nobody"), default));

    [Fact]
    public async Task A_receipt_for_another_unit_is_our_mistake()
    {
        var submission = Samples.Submission(year, "A", 10);

        await Assert.ThrowsAsync<ArgumentException>(() => ledger.AnswerAsync(submission, Samples.Receipt(submission) with { Unit = "430200" }, default));
    }

    [Fact]
    public async Task Of_every_unit_the_answer_to_its_newest_upload_is_told()
    {
        var (refused, accepted, other) = (Samples.Submission(year, "bad", 20), Samples.Submission(year, "good", 10), Samples.Submission(year, "x", 5, "坏/单位"));
        await ledger.AnswerAsync(refused, Samples.Receipt(refused, false, Samples.Finding(), Samples.Finding(), Samples.Finding(Severity.Warning)), default);
        await ledger.AnswerAsync(accepted, Samples.Receipt(accepted), default);
        await ledger.AnswerAsync(other, Samples.Receipt(other, false, Samples.Finding()), default);

        var answers = await ledger.ReadAnswersAsync(year, default);

        Assert.Equal(2, answers.Count);
        Assert.Equal(new AnsweredUpload(refused, Verdict.Refused, 2, 1, $"{year}/430100/{refused.Hash}.json"), answers[Samples.Changsha]);
        Assert.Equal((other, Verdict.Refused), (answers["坏/单位"].Submission, answers["坏/单位"].Verdict));
    }

    [Fact]
    public async Task A_file_uploaded_again_counts_as_the_newest_and_has_a_receipt_of_its_own_only_when_its_outcome_is_another()
    {
        Submission[] uploads = [.. Enumerable.Range(1, 4).Select(at => Samples.Submission(year, "A", at) with { ETag = $"{at}" })];
        var first = await ledger.AnswerAsync(uploads[0], Samples.Receipt(uploads[0], false, Samples.Finding()), Samples.Workbook, default);
        var same = await ledger.AnswerAsync(uploads[1], Samples.Receipt(uploads[1], false, Samples.Finding()), default);
        var taken = await ledger.AnswerAsync(uploads[2], Samples.Receipt(uploads[2]), Samples.Workbook, default);
        await ledger.AnswerAsync(uploads[0], Samples.Receipt(uploads[0], false, Samples.Finding()), default);

        var answer = (await ledger.ReadAnswersAsync(year, default))[Samples.Changsha];

        Assert.Equal((first.Id, Verdict.Refused), (same.Id, same.Verdict));
        Assert.Equal((uploads[2], Verdict.Accepted, $"{year}/430100/{taken.Id}.json"), (answer.Submission, answer.Verdict, answer.Receipt));
        Assert.NotEqual(first.Id, taken.Id);
        Assert.Equal(Verdict.Accepted, (await ledger.ReadReceiptAsync(year, Samples.Changsha, uploads[0].Hash, default))!.Verdict);
        Verdict?[] answered = [.. await Task.WhenAll(uploads.Select(async u => (await ledger.FindReceiptAsync(u, default))?.Verdict))];
        Assert.Equal([Verdict.Refused, Verdict.Refused, Verdict.Accepted, null], answered);
        Assert.NotNull(await ledger.ReadReceiptWorkbookAsync(taken, default));
    }

    [Fact]
    public async Task An_upload_that_was_answered_unread_is_known_again_once_its_content_is()
    {
        var unread = Samples.Submission(year, "path and tag", 10);
        var receipt = await ledger.AnswerAsync(unread, Samples.Receipt(unread, false, Samples.Finding()), default);

        var found = await ledger.FindReceiptAsync(unread with { Hash = Samples.Hash("content") }, default);

        Assert.Equivalent(receipt, found, strict: true);
        Assert.Null(await ledger.FindReceiptAsync(unread with { ETag = "another" }, default));
    }

    [Fact]
    public async Task Handling_an_upload_once_more_leaves_what_was_answered_first()
    {
        var submission = Samples.Submission(year, "A", 10);
        await ledger.AnswerAsync(submission, Samples.Receipt(submission), default);

        await ledger.AnswerAsync(submission, Samples.Receipt(submission, true), default);

        Assert.Equal(Verdict.Accepted, (await ledger.ReadAnswersAsync(year, default))[Samples.Changsha].Verdict);
    }

    [Fact]
    public async Task Every_upload_that_was_answered_is_listed_once()
    {
        Submission[] uploads = [Samples.Submission(year, "A", 10), Samples.Submission(year, "A", 20), Samples.Submission(year, "B", 30, "430200")];
        foreach (var upload in uploads.Concat(uploads))
            await ledger.AnswerAsync(upload, Samples.Receipt(upload), default);

        var listed = await ledger.ListAnsweredAsync(default).Where(u => u.Path.StartsWith($"{year}/", StringComparison.Ordinal)).ToListAsync();

        Assert.Equal(uploads.Select(u => (u.Path, u.ETag)).Order(), listed.Order());
    }
}
