using Pipeline.Catalogue;
using Pipeline.Returns.Receipts;
using Pipeline.Stages;

namespace Pipeline.Tests.Stages;

public sealed class ScanTests
{
    private const string Clean = "No threats found";

    private static readonly string Path = PipelineFixture.Path2023("430100");

    private readonly PipelineFixture pipeline = new(scanned: true);

    public ScanTests() => pipeline.Ledger.Upload(Path, PipelineFixture.Workbook("430100"));

    [Fact]
    public async Task A_clean_upload_is_taken()
    {
        pipeline.Ledger.Scan = _ => Clean;

        Assert.True((await IngestAsync())!.Verdict is Verdict.Accepted or Verdict.Pending);
    }

    [Fact]
    public async Task An_infected_upload_is_answered_and_never_opened()
    {
        pipeline.Ledger.Scan = _ => "Malicious";

        var receipt = await IngestAsync();

        Assert.Equal(Verdict.Refused, receipt!.Verdict);
        Assert.Equal("R-F-18", Assert.Single(receipt.Findings).Rule);
        Assert.Contains("杀毒", receipt.Findings[0].Message, StringComparison.Ordinal);
        Assert.Empty(pipeline.Ledger.Opened);
    }

    [Fact]
    public async Task A_second_event_of_an_infected_upload_returns_the_first_receipt()
    {
        pipeline.Ledger.Scan = _ => "Malicious";

        Assert.Same(await IngestAsync(), await IngestAsync());
    }

    [Fact]
    public async Task A_clean_upload_after_an_infected_one_is_taken()
    {
        pipeline.Ledger.Scan = _ => "Malicious";
        await IngestAsync();
        pipeline.Ledger.Upload(Path, PipelineFixture.Workbook("430100"));
        pipeline.Ledger.Scan = _ => Clean;

        Assert.NotEqual(Verdict.Refused, (await IngestAsync())!.Verdict);
    }

    [Fact]
    public async Task A_verdict_that_comes_within_seconds_is_waited_for()
    {
        var uploaded = pipeline.Clock.GetUtcNow();
        pipeline.Ledger.Scan = _ => pipeline.Clock.GetUtcNow() - uploaded >= TimeSpan.FromSeconds(9) ? Clean : null;

        Assert.NotNull(await IngestAsync());
        Assert.InRange(pipeline.Ledger.Asked, 3, 6);
    }

    [Fact]
    public async Task An_upload_without_a_verdict_is_left_to_the_sweep_which_does_not_wait()
    {
        Assert.Null(await IngestAsync());
        Assert.Empty(pipeline.Ledger.Opened);

        pipeline.Clock.Advance(UploadSweep.Patience);
        var asked = pipeline.Ledger.Asked;
        await pipeline.Sweep.SweepAsync(default);
        Assert.Equal(asked + 1, pipeline.Ledger.Asked);

        pipeline.Ledger.Scan = _ => Clean;
        await pipeline.Sweep.SweepAsync(default);
        Assert.Single(await pipeline.Ledger.ListAnsweredAsync(default).ToListAsync());
    }

    [Fact]
    public async Task After_an_hour_without_a_verdict_the_sender_is_told_to_try_again()
    {
        pipeline.Clock.Advance(ScanPolicy.GivenUpAfter);

        var receipt = await IngestAsync();

        Assert.Equal("R-F-18", Assert.Single(receipt!.Findings).Rule);
        Assert.Contains("重新上传一次", receipt.Findings[0].Message, StringComparison.Ordinal);
        Assert.Empty(pipeline.Ledger.Opened);
    }

    [Fact]
    public async Task What_was_answered_without_a_verdict_stays_refused_when_one_comes_late_and_may_be_taken_when_it_is_sent_again()
    {
        pipeline.Clock.Advance(ScanPolicy.GivenUpAfter);
        var refused = await IngestAsync();
        pipeline.Ledger.Scan = _ => Clean;

        Assert.Same(refused, await IngestAsync());
        await pipeline.Sweep.SweepAsync(default);
        Assert.Empty((await pipeline.Ledger.ReadYearAsync(2023, default)).Heads);

        pipeline.Ledger.Upload(Path, PipelineFixture.Workbook("430100"));
        Assert.NotEqual(Verdict.Refused, (await IngestAsync())!.Verdict);
    }

    [Theory]
    [InlineData("Not Scanned")]
    [InlineData("Error")]
    [InlineData("no threats found")]
    public async Task Whatever_is_no_verdict_opens_nothing(string result)
    {
        pipeline.Ledger.Scan = _ => result;

        Assert.Equal(Verdict.Refused, (await IngestAsync())!.Verdict);
        Assert.Empty(pipeline.Ledger.Opened);
    }

    [Fact]
    public async Task A_verdict_about_what_was_overwritten_meanwhile_is_none()
    {
        var overwritten = false;
        pipeline.Ledger.Scan = path =>
        {
            if (overwritten) return "Malicious";
            overwritten = true;
            // Between the verdict and the bytes.
            var before = Clean;
            pipeline.Ledger.Upload(path, "别的内容"u8.ToArray());
            return before;
        };

        var receipt = await IngestAsync();

        Assert.Equal("R-F-18", Assert.Single(receipt!.Findings).Rule);
    }

    [Fact]
    public async Task A_next_version_waits_for_the_one_before_it()
    {
        var third = await UploadBehindOneThatWaitsAsync();

        Assert.Null(await pipeline.Ingestion.IngestAsync(third, default));

        pipeline.Ledger.Scan = _ => Clean;
        Assert.NotEqual(Verdict.Refused, (await pipeline.Ingestion.IngestAsync(third, default))!.Verdict);
    }

    [Fact]
    public async Task A_next_version_that_waits_for_the_one_before_it_is_asked_for_again_until_that_one_is_answered()
    {
        var third = await UploadBehindOneThatWaitsAsync();

        Assert.Null(await pipeline.Scanned.IngestAsync(third, default));
        Assert.Equal(third, pipeline.Ledger.IngestionRequests.Dequeue().Upload);

        pipeline.Ledger.Scan = _ => Clean;
        Assert.NotEqual(Verdict.Refused, (await pipeline.Scanned.IngestAsync(third, default))!.Verdict);
        Assert.Empty(pipeline.Ledger.IngestionRequests);
    }

    [Fact]
    public async Task Where_no_scan_is_required_nobody_asks_for_it()
    {
        var unscanned = new PipelineFixture();

        await unscanned.IngestAsync("430100");

        Assert.Equal(0, unscanned.Ledger.Asked);
    }

    [Theory]
    [InlineData(120)]
    [InlineData(600)]
    [InlineData(3000)]
    public async Task A_late_verdict_is_found_before_half_as_much_time_again_has_gone_by(int verdict)
    {
        var (uploaded, looked) = (pipeline.Clock.GetUtcNow(), TimeSpan.Zero);
        pipeline.Ledger.Scan = _ => (looked = pipeline.Clock.GetUtcNow() - uploaded) >= TimeSpan.FromSeconds(verdict) ? Clean : null;

        var (receipt, asked) = await AwaitScanAsync();

        Assert.NotEqual(Verdict.Refused, receipt.Verdict);
        Assert.InRange(looked.TotalSeconds, verdict, verdict * 1.5);
        Assert.InRange(asked, 1, 40);
        Assert.Single(await pipeline.Ledger.ListAnsweredAsync(default).ToListAsync());
    }

    [Fact]
    public async Task A_verdict_that_never_comes_is_asked_for_until_the_hour_is_over_and_no_longer()
    {
        var (uploaded, looked) = (pipeline.Clock.GetUtcNow(), TimeSpan.Zero);
        pipeline.Ledger.Scan = _ =>
        {
            looked = pipeline.Clock.GetUtcNow() - uploaded;
            return null;
        };

        var (receipt, asked) = await AwaitScanAsync();

        Assert.Equal("R-F-18", Assert.Single(receipt.Findings).Rule);
        Assert.InRange(looked, ScanPolicy.GivenUpAfter, ScanPolicy.GivenUpAfter + TimeSpan.FromMinutes(2));
        Assert.InRange(asked, 10, 40);
    }

    [Fact]
    public async Task An_upload_that_is_gone_is_not_asked_for_again()
    {
        pipeline.Ledger.Remove(Path);

        Assert.Null(await pipeline.Scanned.IngestAsync(Path, default));

        Assert.Empty(pipeline.Ledger.IngestionRequests);
    }

    [Fact]
    public async Task An_upload_that_the_sweep_has_answered_meanwhile_is_answered_once()
    {
        pipeline.Clock.Advance(UploadSweep.Patience + TimeSpan.FromSeconds(1));
        Assert.Null(await pipeline.Scanned.IngestAsync(Path, default));
        pipeline.Ledger.Scan = _ => Clean;
        await pipeline.Sweep.SweepAsync(default);

        var receipt = await pipeline.Scanned.IngestAsync(pipeline.Ledger.IngestionRequests.Dequeue().Upload, default);

        Assert.NotNull(receipt);
        Assert.Single(await pipeline.Ledger.ListAnsweredAsync(default).ToListAsync());
        Assert.Empty(pipeline.Ledger.IngestionRequests);
    }

    [Fact]
    public async Task The_sweep_asks_for_nothing()
    {
        pipeline.Clock.Advance(UploadSweep.Patience + TimeSpan.FromSeconds(1));

        await pipeline.Sweep.SweepAsync(default);

        Assert.Empty(pipeline.Ledger.IngestionRequests);
    }

    /// <summary>A first version in force, a second that waits for its scan, and a third that was found clean.</summary>
    /// <returns>The third.</returns>
    private async Task<string> UploadBehindOneThatWaitsAsync()
    {
        pipeline.Ledger.Scan = _ => Clean;
        await IngestAsync();
        var second = Path.Replace("_v1", "_v2", StringComparison.Ordinal);
        var third = second.Replace("_v2", "_v3", StringComparison.Ordinal);
        pipeline.Clock.Advance(TimeSpan.FromMinutes(5));
        pipeline.Ledger.Upload(second, Version("2"));
        pipeline.Clock.Advance(TimeSpan.FromMinutes(5));
        pipeline.Ledger.Upload(third, Version("3"));
        pipeline.Ledger.Scan = path => path == second ? null : Clean;
        return third;
    }

    private static byte[] Version(string version) => PipelineFixture.Workbook("430100", r => r with
    {
        Lines = [.. r.Lines.Select(l => l.Form == "S00" ? l with { Values = new Dictionary<string, string>(l.Values) { ["VERSION"] = version } } : l)],
    });

    /// <summary>The event and the messages it entails, each in its time.</summary>
    private async Task<(Receipt Receipt, int Asked)> AwaitScanAsync()
    {
        var receipt = await IngestAsync(pipeline.Scanned.IngestAsync(Path, default));
        var asked = 0;
        for (; receipt is null; asked++)
        {
            var (upload, pause) = pipeline.Ledger.IngestionRequests.Dequeue();
            Assert.Empty(pipeline.Ledger.IngestionRequests);
            pipeline.Clock.Advance(pause);
            receipt = await IngestAsync(pipeline.Scanned.IngestAsync(upload, default));
        }

        Assert.Empty(pipeline.Ledger.IngestionRequests);
        return (receipt, asked);
    }

    private Task<Receipt?> IngestAsync() => IngestAsync(pipeline.Ingestion.IngestAsync(Path, default));

    /// <summary>Lets the clock go on meanwhile.</summary>
    private async Task<Receipt?> IngestAsync(Task<Receipt?> ingestion)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!ingestion.IsCompleted)
        {
            await Task.Delay(5, patience.Token);
            pipeline.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await ingestion;
    }
}
