using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Review;

namespace Pipeline.Tests.Stages;

public sealed class IngestionTests
{
    private const string Changsha = "430100";

    private readonly PipelineFixture pipeline = new();

    [Fact]
    public async Task A_sound_return_is_accepted_put_in_force_and_asks_for_a_consolidation()
    {
        await pipeline.IngestAsync("430100");

        var year = await pipeline.Ledger.ReadYearAsync(2023, default);
        var head = Assert.Single(year.Heads).Value;
        var receipt = await pipeline.Ledger.ReadReceiptAsync(2023, "430100", head.Submission.Hash, default);
        Assert.Equal(Verdict.Accepted, receipt!.Verdict);
        Assert.Equal("长沙市", receipt.UnitName);
        Assert.Equal([2023], pipeline.Ledger.ConsolidationRequests);
    }

    [Fact]
    public async Task A_second_identical_upload_returns_the_first_receipt()
    {
        pipeline.Ledger.Upload("2023/430100/a.xlsx", PipelineFixture.Workbook("430100"));
        var first = await pipeline.Ingestion.IngestAsync("2023/430100/a.xlsx", default);
        pipeline.Clock.Advance(TimeSpan.FromHours(1));
        pipeline.Ledger.Upload("2023/430100/b.xlsx", PipelineFixture.Workbook("430100"));
        var second = await pipeline.Ingestion.IngestAsync("2023/430100/b.xlsx", default);

        Assert.Same(first, second);
    }

    [Fact]
    public async Task The_return_in_force_sent_once_more_changes_nothing_and_shows_as_before()
    {
        await pipeline.IngestAsync("430100");
        pipeline.Clock.Advance(TimeSpan.FromHours(1));

        await pipeline.IngestAsync("430100");

        var unit = (await pipeline.Status.ReadAsync(2023, default))!.Units.Single(u => u.Unit == "430100");
        Assert.Equal(("已接收", 1), (unit.State, unit.Version));
    }

    [Fact]
    public async Task What_was_refused_stays_refused_when_its_event_comes_again_and_may_be_taken_when_it_is_sent_again()
    {
        await pipeline.IngestAsync("430100");
        var third = PipelineFixture.Workbook("430100", r => WithVersion(r, "3"));
        var refused = await SendAsync(third);
        Assert.Same(refused, await pipeline.Ingestion.IngestAsync(PipelineFixture.Path2023("430100"), default));
        await SendAsync(PipelineFixture.Workbook("430100", r => WithVersion(r, "2")));

        var taken = await SendAsync(third);

        Assert.Equal(("R-C-06", Outcome.Taken), (refused!.Findings.First(f => f.Severity == Severity.Error).Rule, taken!.Outcome));
        Assert.Equal(refused.Submission, taken.Submission);
        Assert.Equal(taken, await pipeline.Ledger.ReadReceiptAsync(2023, "430100", taken.Submission, default));
        var unit = (await pipeline.Status.ReadAsync(2023, default))!.Units.Single(u => u.Unit == "430100");
        Assert.Equal((3, taken.Submission, $"2023/430100/{taken.Id}.json"), (unit.Version, unit.InForce, unit.Latest!.Receipt));
    }

    [Theory]
    [InlineData("2023/430200/a.xlsx", "R-C-01")]
    [InlineData("2019/430100/a.xlsx", "R-C-03")]
    [InlineData("a.xlsx", "R-C-03")]
    public async Task A_return_in_the_wrong_place_is_refused_and_touches_nobody(string path, string rule)
    {
        pipeline.Ledger.Upload(path, PipelineFixture.Workbook("430100"));

        var receipt = await pipeline.Ingestion.IngestAsync(path, default);

        Assert.Equal(Verdict.Refused, receipt!.Verdict);
        Assert.Contains(receipt.Findings, f => f.Rule == rule);
        Assert.Empty((await pipeline.Ledger.ReadYearAsync(2023, default)).Heads);
        Assert.Empty(pipeline.Ledger.ConsolidationRequests);
    }

    [Fact]
    public async Task Something_that_is_no_workbook_is_refused_with_a_numbered_finding()
    {
        pipeline.Ledger.Upload("2023/430100/a.xlsx", "这不是表格"u8.ToArray());

        var receipt = await pipeline.Ingestion.IngestAsync("2023/430100/a.xlsx", default);

        Assert.Equal(Verdict.Refused, receipt!.Verdict);
        Assert.StartsWith("R-F-", Assert.Single(receipt.Findings).Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_too_large_to_be_read_is_refused_like_any_other_unreadable_file_and_known_again()
    {
        pipeline.Ledger.UploadTooLarge("2023/430100/a.xlsx");

        var receipt = await pipeline.Ingestion.IngestAsync("2023/430100/a.xlsx", default);

        var finding = Assert.Single(receipt!.Findings);
        Assert.Equal("R-F-01", finding.Rule);
        Assert.Contains("过大", finding.Message, StringComparison.Ordinal);
        Assert.Same(receipt, await pipeline.Ingestion.IngestAsync("2023/430100/a.xlsx", default));
    }

    [Fact]
    public async Task A_narrative_that_names_a_figure_there_is_not_is_refused_while_it_can_be_mended()
    {
        var workbook = PipelineFixture.Workbook("430099", r => r with
        {
            Lines = [.. r.Lines.Select(l => l.Form == "S10" ? l with { Values = new Dictionary<string, string>(l.Values) { ["TEXT"] = "参保人数{{S6.02}}，其他{{S9.99}}。" } } : l)],
        });
        pipeline.Ledger.Upload("2023/430099/a.xlsx", workbook);

        var receipt = await pipeline.Ingestion.IngestAsync("2023/430099/a.xlsx", default);

        Assert.Equal(Verdict.Refused, receipt!.Verdict);
        Assert.All(receipt.Findings.Where(f => f.Severity == Severity.Error), f => Assert.Equal("R-G-01", f.Rule));
        Assert.Contains("S9.99", receipt.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_correction_leaves_the_return_in_force()
    {
        await pipeline.IngestAsync("430100");
        var before = (await pipeline.Ledger.ReadYearAsync(2023, default)).Heads["430100"];
        pipeline.Clock.Advance(TimeSpan.FromHours(1));
        pipeline.Ledger.Upload(PipelineFixture.Path2023("430100"), "broken"u8.ToArray());

        await pipeline.Ingestion.IngestAsync(PipelineFixture.Path2023("430100"), default);

        Assert.Equal(before, (await pipeline.Ledger.ReadYearAsync(2023, default)).Heads["430100"]);
        var unit = (await pipeline.Status.ReadAsync(2023, default))!.Units.Single(u => u.Unit == "430100");
        Assert.Equal("已接收（有更正退回）", unit.State);
    }

    [Fact]
    public async Task An_upload_that_is_gone_is_nobodys_fault()
    {
        pipeline.Ledger.Upload("2023/430100/a.xlsx", [1]);
        pipeline.Ledger.Remove("2023/430100/a.xlsx");

        Assert.Null(await pipeline.Ingestion.IngestAsync("2023/430100/a.xlsx", default));
    }

    [Fact]
    public async Task The_sweep_ingests_what_no_trigger_delivered_but_leaves_the_newest_to_theirs()
    {
        pipeline.Ledger.Upload(PipelineFixture.Path2023("430100"), PipelineFixture.Workbook("430100"));
        pipeline.Clock.Advance(TimeSpan.FromMinutes(5));
        pipeline.Ledger.Upload(PipelineFixture.Path2023("430200"), PipelineFixture.Workbook("430200"));

        await pipeline.Sweep.SweepAsync(default);
        await pipeline.Sweep.SweepAsync(default);

        Assert.Equal(["430100"], (await pipeline.Ledger.ReadYearAsync(2023, default)).Heads.Keys);
        Assert.Equal([2023], pipeline.Ledger.ConsolidationRequests);
    }

    [Fact]
    public async Task An_upload_that_fails_in_the_sweep_does_not_keep_the_others_waiting()
    {
        foreach (var unit in (string[])["430100", "430200"]) pipeline.Ledger.Upload(PipelineFixture.Path2023(unit), PipelineFixture.Workbook(unit));
        pipeline.Ledger.Broken = PipelineFixture.Path2023("430100");
        pipeline.Clock.Advance(TimeSpan.FromMinutes(5));

        await Assert.ThrowsAsync<AggregateException>(() => pipeline.Sweep.SweepAsync(default));

        Assert.Equal(["430200"], (await pipeline.Ledger.ReadYearAsync(2023, default)).Heads.Keys);
    }

    [Fact]
    public async Task Of_two_uploads_of_the_same_version_at_once_one_is_told_its_number_is_taken()
    {
        await pipeline.IngestAsync(Changsha);
        var (one, other) = (UploadVersion("2", "a"), UploadVersion("2", "b"));
        pipeline.Ledger.Meanwhile = () => pipeline.Ingestion.IngestAsync(one, default);

        var receipt = await pipeline.Ingestion.IngestAsync(other, default);

        Assert.Equal(["R-C-06"], receipt!.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Rule));
        Assert.Equal(["接收", "替换", "机审不通过"], await HistoryAsync());
    }

    [Fact]
    public async Task A_version_whose_predecessor_is_taken_while_it_is_judged_is_taken_too()
    {
        await pipeline.IngestAsync(Changsha);
        var (second, third) = (UploadVersion("2", "a"), UploadVersion("3", "b"));
        pipeline.Ledger.Meanwhile = () => pipeline.Ingestion.IngestAsync(second, default);

        Assert.Equal(Outcome.Taken, (await pipeline.Ingestion.IngestAsync(third, default))!.Outcome);

        Assert.Equal(["接收", "替换", "替换"], await HistoryAsync());
    }

    [Fact]
    public async Task Uploads_whose_events_come_in_the_wrong_order_are_taken_in_theirs_and_nothing_is_said_of_a_refusal()
    {
        await pipeline.IngestAsync(Changsha);
        UploadVersion("2", "a");

        await pipeline.Ingestion.IngestAsync(UploadVersion("3", "b"), default);

        Assert.Equal(["接收", "替换", "替换"], await HistoryAsync());
    }

    private async Task<IEnumerable<string>> HistoryAsync() => (await pipeline.Ledger.ReadHistoryAsync(2023, Changsha, default)).Select(e => e.What.Name());

    private string UploadVersion(string version, string name)
    {
        pipeline.Clock.Advance(TimeSpan.FromMinutes(1));
        var path = $"2023/{Changsha}/{name}.xlsx";
        pipeline.Ledger.Upload(path, PipelineFixture.Workbook(Changsha, r => WithCover(WithVersion(r, version), "PREPARER", $"填报人{name}")));
        return path;
    }

    private static Return WithVersion(Return values, string version) => WithCover(values, "VERSION", version);

    private static Return WithCover(Return values, string field, string text) => values with
    {
        Lines = [.. values.Lines.Select(l => l.Form == "S00" ? l with { Values = new Dictionary<string, string>(l.Values) { [field] = text } } : l)],
    };

    private async Task<Receipt?> SendAsync(byte[] workbook)
    {
        pipeline.Clock.Advance(TimeSpan.FromHours(1));
        pipeline.Ledger.Upload(PipelineFixture.Path2023("430100"), workbook);
        return await pipeline.Ingestion.IngestAsync(PipelineFixture.Path2023("430100"), default);
    }
}
