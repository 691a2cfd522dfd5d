using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using EndToEnd.Tests.LocalHost;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Ledger;
using Pipeline.Returns.Receipts;

namespace EndToEnd.Tests.Ledger;

[Collection(SharedAzurite.Name)]
public sealed class FilesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly HttpClient Http = new();

    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private readonly int year = Ledgers.NewYear();
    private AzureLedger ledger = null!;

    public async ValueTask InitializeAsync() => ledger = await Ledgers.PreparedAsync(azurite, clock);

    public ValueTask DisposeAsync()
    {
        ledger.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_snapshot_comes_back_as_it_was_and_a_second_write_leaves_the_first()
    {
        var id = Samples.Hash("vector");
        var old = Samples.Return(Samples.Submission(year, "B", 2, "430200"));
        // Stored before texts of cells were kept.
        old = old with { Items = [.. old.Items.Select(i => i with { Texts = null })], Lines = [.. old.Lines.Select(l => l with { Texts = null })] };
        var snapshot = Samples.Snapshot(year, id, Samples.Return(Samples.Submission(year, "A", 1)), old);

        Assert.Null(await ledger.ReadSnapshotAsync(year, id, default));
        await ledger.WriteSnapshotAsync(snapshot, default);
        await ledger.WriteSnapshotAsync(snapshot with { CatalogueVersion = "other" }, default);

        Assert.Equivalent(snapshot, await ledger.ReadSnapshotAsync(year, id, default), strict: true);
    }

    [Fact]
    public async Task A_link_gives_the_file_to_whoever_has_it_under_its_chinese_name()
    {
        await ledger.WriteReportFileAsync(year, "snap", "report.docx", new byte[] { 1, 2, 3 }, default);
        await ledger.WriteReportFileAsync(year, "snap", "report.docx", new byte[] { 9 }, default);

        var link = await ledger.MintLinkAsync(year, "snap", "report.docx", "2023年度自评报告（草稿）.docx", default);
        using var answer = await Http.GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(Docx, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("2023年度自评报告（草稿）.docx", answer.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task A_link_opens_one_file_for_reading_and_nothing_else()
    {
        await ledger.WriteReportFileAsync(year, "snap", "report.docx", new byte[] { 1 }, default);
        await ledger.WriteReportFileAsync(year, "snap", "trace.json", new byte[] { 2 }, default);
        var link = (await ledger.MintLinkAsync(year, "snap", "report.docx", "r.docx", default))!;

        var other = new Uri(link.ToString().Replace("report.docx", "trace.json", StringComparison.Ordinal));
        using var put = new HttpRequestMessage(HttpMethod.Put, link) { Content = new ByteArrayContent([9]), Headers = { { "x-ms-blob-type", "BlockBlob" } } };

        Assert.Equal(HttpStatusCode.Forbidden, (await Http.GetAsync(other)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Http.SendAsync(put)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Http.DeleteAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(link)).StatusCode);
    }

    [Theory]
    [InlineData(-16, HttpStatusCode.Forbidden)]
    [InlineData(-14, HttpStatusCode.OK)]
    [InlineData(4, HttpStatusCode.OK)]
    [InlineData(6, HttpStatusCode.Forbidden)]
    public async Task A_link_lives_for_a_quarter_of_an_hour_and_bears_a_clock_five_minutes_ahead(int minutes, HttpStatusCode expected)
    {
        using var then = Ledgers.On(azurite, new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(minutes)));
        await then.WriteReportFileAsync(year, "snap", "totals.csv", new byte[] { 1 }, default);

        using var answer = await Http.GetAsync(await then.MintLinkAsync(year, "snap", "totals.csv", "totals.csv", default));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("missing.docx")]
    [InlineData("../snap/report.docx")]
    [InlineData("..")]
    [InlineData("")]
    public async Task There_is_no_link_to_a_file_that_is_not_there(string name)
    {
        await ledger.WriteReportFileAsync(year, "snap", "report.docx", new byte[] { 1 }, default);

        Assert.Null(await ledger.MintLinkAsync(year, "other", name, "r.docx", default));
    }

    [Fact]
    public async Task Requests_are_small_json_in_base64_that_stays_until_it_is_done()
    {
        var consolidations = azurite.Storage.Queues.GetQueueClient("consolidate-year");
        var emissions = azurite.Storage.Queues.GetQueueClient("emit-report");
        await Task.WhenAll(consolidations.ClearMessagesAsync(), emissions.ClearMessagesAsync());

        await ledger.RequestConsolidationAsync(2023, default);
        await ledger.RequestEmissionAsync(2023, "abc", default);

        QueueMessage consolidation = await consolidations.ReceiveMessageAsync(), emission = await emissions.ReceiveMessageAsync();
        Assert.Equal("""{"year":2023}""", consolidation.MessageText);
        Assert.Equal("""{"year":2023,"snapshot":"abc"}""", emission.MessageText);
        Assert.True(consolidation.ExpiresOn > clock.GetUtcNow().AddYears(10));
        await Task.WhenAll(consolidations.ClearMessagesAsync(), emissions.ClearMessagesAsync());
    }

    [Fact]
    public async Task An_upload_is_asked_for_again_not_before_its_pause_is_over()
    {
        var scans = azurite.Storage.Queues.GetQueueClient("await-scan");
        await scans.ClearMessagesAsync();
        var asked = Stopwatch.StartNew();

        await ledger.RequestIngestionAsync("2023/430100/长沙 #1.xlsx", TimeSpan.FromSeconds(3), default);

        QueueMessage? message = null;
        for (var tries = 0; message is null && tries < 100; tries++)
        {
            await Task.Delay(100);
            message = (await scans.ReceiveMessageAsync()).Value;
        }

        // The store counts in whole seconds.
        Assert.True(asked.Elapsed > TimeSpan.FromSeconds(1.9), $"{asked.Elapsed}");
        Assert.Equal("2023/430100/长沙 #1.xlsx", JsonDocument.Parse(message!.MessageText).RootElement.GetProperty("upload").GetString());
        Assert.True(message.ExpiresOn > clock.GetUtcNow().AddYears(10));
        await scans.ClearMessagesAsync();
    }

    [Fact]
    public async Task Preparing_again_or_from_two_instances_at_once_does_no_harm()
    {
        using var other = Ledgers.On(azurite);

        await Task.WhenAll(ledger.PrepareAsync(default), other.PrepareAsync(default), ledger.PrepareAsync(default));
        await ledger.PingAsync(default);
    }

    [Fact]
    public async Task A_receipt_is_json_that_a_person_can_read()
    {
        var submission = Samples.Submission(year, "A", 10);
        await ledger.AnswerAsync(submission, Samples.Receipt(submission, false, Samples.Finding()), default);

        var blob = await azurite.Storage.Blobs.GetBlobContainerClient("receipts").GetBlobClient($"{year}/430100/{submission.Hash}.json").DownloadContentAsync();

        Assert.Equal("application/json; charset=utf-8", blob.Value.Details.ContentType);
        Assert.Contains("请核对“本年决算数”。", Encoding.UTF8.GetString(blob.Value.Content), StringComparison.Ordinal);
    }
}
