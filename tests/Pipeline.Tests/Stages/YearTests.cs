using Pipeline.Ledger;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Stages;

namespace Pipeline.Tests.Stages;

public sealed class YearTests
{
    private readonly PipelineFixture pipeline = new();

    [Fact]
    public async Task A_consolidation_that_finds_nothing_new_does_nothing()
    {
        await pipeline.IngestAsync("430100", "430200");
        await pipeline.RunRequestsAsync();
        var written = pipeline.Ledger.SnapshotsWritten;

        await pipeline.Consolidation.ConsolidateAsync(2023, default);

        Assert.Equal(written, pipeline.Ledger.SnapshotsWritten);
    }

    [Fact]
    public async Task A_new_return_is_read_alone_the_others_are_taken_from_the_last_snapshot()
    {
        await pipeline.IngestAsync(PipelineFixture.Units);
        await pipeline.RunRequestsAsync();
        pipeline.Clock.Advance(TimeSpan.FromHours(1));
        pipeline.Ledger.Upload(PipelineFixture.Path2023("430100"), PipelineFixture.Workbook("430100", MorePremium));
        await pipeline.Ingestion.IngestAsync(PipelineFixture.Path2023("430100"), default);
        var read = pipeline.Ledger.ReturnsRead;

        await pipeline.RunRequestsAsync();

        Assert.Equal(read + 1, pipeline.Ledger.ReturnsRead);
    }

    [Fact]
    public async Task A_lost_race_for_the_years_row_is_run_again()
    {
        await pipeline.IngestAsync("430100");
        pipeline.Ledger.RacesToLose = 3;

        await pipeline.RunRequestsAsync();

        Assert.NotNull((await pipeline.Ledger.ReadYearAsync(2023, default)).State.Snapshot);
    }

    [Fact]
    public async Task A_race_that_is_lost_again_and_again_is_a_fault_of_the_world_not_of_ours()
    {
        await pipeline.IngestAsync("430100");
        pipeline.Ledger.RacesToLose = 100;

        await Assert.ThrowsAnyAsync<IOException>(pipeline.RunRequestsAsync);
    }

    [Fact]
    public async Task Before_the_deadline_there_is_no_report_and_the_reason_says_so()
    {
        await pipeline.IngestAsync(PipelineFixture.Units);
        await pipeline.Closing.CloseAsync(default);
        await pipeline.RunRequestsAsync();

        var link = await pipeline.Links.FindAsync(2023, null, default);

        Assert.Null(link.Link);
        Assert.Contains("尚未截止", link.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_deadline_the_complete_year_has_its_report()
    {
        await pipeline.IngestAsync(PipelineFixture.Units);
        await CloseAsync();

        var year = (await pipeline.Status.ReadAsync(2023, default))!;
        Assert.True(year.UpToDate);
        Assert.False(year.Draft);
        Assert.Empty(year.Missing);
        Assert.NotNull((await pipeline.Links.FindAsync(2023, null, default)).Link);
        Assert.Equal(ReportFiles.All.Count, pipeline.Ledger.Reports.Count);
    }

    [Fact]
    public async Task A_unit_without_a_return_makes_the_report_a_draft_that_names_it()
    {
        await pipeline.IngestAsync(PipelineFixture.Units.Where(u => u != "430300"));
        await CloseAsync();

        var year = (await pipeline.Status.ReadAsync(2023, default))!;
        Assert.Null(year.Note);
        Assert.True(year.Draft);
        Assert.Equal(["430300"], year.Missing);
        Assert.Equal("缺报", year.Units.Single(u => u.Unit == "430300").State);
        Assert.Contains("草稿", Uri.UnescapeDataString((await pipeline.Links.FindAsync(2023, null, default)).Link!.Query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_return_replaces_the_draft_by_the_report()
    {
        await pipeline.IngestAsync(PipelineFixture.Units.Where(u => u != "430300"));
        await CloseAsync();
        await pipeline.IngestAsync("430300");

        Assert.False((await pipeline.Status.ReadAsync(2023, default))!.UpToDate);
        await pipeline.RunRequestsAsync();

        var year = (await pipeline.Status.ReadAsync(2023, default))!;
        Assert.True(year is { UpToDate: true, Draft: false });
    }

    [Fact]
    public async Task A_request_for_the_report_of_an_older_snapshot_is_dropped()
    {
        await pipeline.IngestAsync("430100");
        await CloseAsync();
        var older = (await pipeline.Ledger.ReadYearAsync(2023, default)).State.Snapshot!;
        await pipeline.IngestAsync("430200");
        await pipeline.RunRequestsAsync();
        var emitted = pipeline.Ledger.Reports.Count;

        await pipeline.Emission.EmitAsync(2023, older, default);

        Assert.Equal(emitted, pipeline.Ledger.Reports.Count);
        Assert.NotEqual(older, (await pipeline.Ledger.ReadYearAsync(2023, default)).State.Report);
    }

    [Fact]
    public async Task A_transfer_the_two_sides_booked_differently_makes_the_report_a_draft()
    {
        await pipeline.IngestAsync(PipelineFixture.Units);
        pipeline.Clock.Advance(TimeSpan.FromHours(1));
        var changed = PipelineFixture.Workbook("430100", r => WithVoucher(Change(r, "WI.EXP.TOUPPER", 100), "1"));
        pipeline.Ledger.Upload(PipelineFixture.Path2023("430100"), changed);
        Assert.Equal(Verdict.Accepted, (await pipeline.Ingestion.IngestAsync(PipelineFixture.Path2023("430100"), default))!.Verdict);

        await CloseAsync();

        Assert.True((await pipeline.Status.ReadAsync(2023, default))!.Draft);
    }

    private static Return MorePremium(Return r) => Change(r, "EI.INC.PREM", 1_000_000_00);

    /// <summary>The next version of the return, with one amount of the year larger, and every sum that it is part of.</summary>
    private static Return Change(Return r, string item, long more)
    {
        var typed = r.Items.SelectMany(i => i.Values.Select(v => (Key: (i.Item, v.Key), v.Value)))
            .Where(v => Tests.Catalogue.Catalogue2023.Value.Item(v.Key.Item).Formula is null && v.Key.Key != "B1").ToDictionary(v => v.Key, v => v.Value);
        typed[(item, "CUR")] += more;
        var values = new Recalculation(Tests.Catalogue.Catalogue2023.Value, typed);
        return r with
        {
            Items = [.. r.Items.Select(i => i with { Values = i.Values.ToDictionary(v => v.Key, v => values.Value(i.Item, v.Key)!.Value) })],
            Lines = [.. r.Lines.Select(l => l.Form == "S00" ? l with { Values = new Dictionary<string, string>(l.Values) { ["VERSION"] = "2" } } : l)],
        };
    }

    /// <summary>The return with one more line in 往来明细, in 元.</summary>
    private static Return WithVoucher(Return r, string amount)
    {
        var line = r.Lines.First(l => l.Form == "S05" && l.Values["FUND"] == "WI" && l.Values["DIRECTION"] == "上解上级");
        var more = line with { Row = 60, Values = new Dictionary<string, string>(line.Values) { ["AMOUNT"] = amount, ["VOUCHER"] = "记-9999" } };
        return r with { Lines = [.. r.Lines, more] };
    }

    private async Task CloseAsync()
    {
        pipeline.Clock.SetUtcNow(new DateTimeOffset(2024, 3, 31, 19, 0, 0, TimeSpan.FromHours(8)));
        await pipeline.Closing.CloseAsync(default);
        await pipeline.RunRequestsAsync();
    }
}
