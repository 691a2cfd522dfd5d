using System.Diagnostics;
using System.Text.RegularExpressions;
using Pipeline.Review;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Stages;

public sealed partial class TelemetryTests : IDisposable
{
    private const string Changsha = "430100";
    private static readonly DateTimeOffset Deadline = Catalogue2023.Value.Deadline;

    private readonly PipelineFixture pipeline = new();
    private readonly Measurements told;

    public TelemetryTests() => told = new(pipeline.Telemetry);

    public void Dispose() => told.Dispose();

    [Fact]
    public async Task A_return_that_is_taken_counts_once_though_its_event_comes_twice()
    {
        await pipeline.IngestAsync(Changsha);
        await pipeline.Ingestion.IngestAsync(PipelineFixture.Path2023(Changsha), default);

        Assert.Equal(["1 unit=430100 verdict=accepted"], told.Of("pipeline.submissions"));
    }

    [Fact]
    public async Task A_refused_return_counts_with_what_was_found_in_it()
    {
        pipeline.Ledger.Upload("2023/430100/a.xlsx", "这不是表格"u8.ToArray());
        var receipt = await pipeline.Ingestion.IngestAsync("2023/430100/a.xlsx", default);

        Assert.Equal(["1 unit=430100 verdict=refused"], told.Of("pipeline.submissions"));
        Assert.Equal([$"1 rule={receipt!.Findings.Single().Rule} severity=E"], told.Of("pipeline.findings"));
    }

    [Theory]
    [InlineData("2023/张三/a.xlsx")]
    [InlineData("1999/430100/a.xlsx")]
    [InlineData("a.xlsx")]
    public async Task A_unit_that_an_uploader_made_up_is_no_attribute(string path)
    {
        pipeline.Ledger.Upload(path, PipelineFixture.Workbook(Changsha));
        await pipeline.Ingestion.IngestAsync(path, default);

        Assert.Equal(["1 unit=unknown verdict=refused"], told.Of("pipeline.submissions"));
    }

    [Fact]
    public async Task Every_stage_tells_how_long_it_took_by_the_clock_it_was_given()
    {
        pipeline.Ledger.Meanwhile = () =>
        {
            pipeline.Clock.Advance(TimeSpan.FromSeconds(90));
            return Task.CompletedTask;
        };

        await pipeline.IngestAsync(Changsha);

        Assert.Equal(["0 stage=check", "90 stage=store", "0 stage=answer", "90 stage=ingest"], told.Of("pipeline.stage.duration"));
    }

    [Fact]
    public async Task The_spans_of_an_upload_lie_within_its_ingestion_and_name_the_submission()
    {
        await pipeline.IngestAsync(Changsha);

        var hash = (await pipeline.Ledger.ReadYearAsync(2023, default)).Heads[Changsha].Submission.Hash;
        var ingestion = told.Spans[^1];
        Assert.Equal(["check", "store", "answer", "ingest"], told.Spans.Select(s => s.OperationName));
        Assert.All(told.Spans.SkipLast(1), s => Assert.Equal(ingestion.SpanId, s.ParentSpanId));
        Assert.All(told.Spans, s => Assert.Equal((2023, Changsha, hash), (s.GetTagItem("year"), s.GetTagItem("unit"), s.GetTagItem("submission"))));
    }

    [Fact]
    public async Task A_stage_that_fails_is_measured_too_and_its_span_says_so()
    {
        pipeline.Ledger.Broken = PipelineFixture.Path2023(Changsha);

        await Assert.ThrowsAsync<IOException>(() => pipeline.Ingestion.IngestAsync(pipeline.Ledger.Broken, default));

        Assert.Equal(["0 stage=ingest"], told.Of("pipeline.stage.duration"));
        Assert.Equal((ActivityStatusCode.Error, "IOException"), told.Spans.Select(s => (s.Status, s.StatusDescription)).Single());
    }

    [Fact]
    public async Task Every_sweep_tells_how_long_the_oldest_upload_without_an_answer_has_waited()
    {
        await pipeline.Sweep.SweepAsync(default);
        await pipeline.IngestAsync("430200");
        pipeline.Clock.Advance(TimeSpan.FromMinutes(5));
        pipeline.Ledger.Upload(PipelineFixture.Path2023(Changsha), PipelineFixture.Workbook(Changsha));
        pipeline.Clock.Advance(TimeSpan.FromMinutes(20));
        pipeline.Ledger.Upload(PipelineFixture.Path2023("430300"), PipelineFixture.Workbook("430300"));
        await pipeline.Sweep.SweepAsync(default);
        pipeline.Clock.Advance(TimeSpan.FromMinutes(1));

        // The newest is left to its trigger, but it waits as well.
        await pipeline.Sweep.SweepAsync(default);

        Assert.Equal(["0", "1200", "60"], told.Of("pipeline.uploads.unanswered.age"));
    }

    [Fact]
    public async Task An_upload_that_cannot_be_ingested_is_older_at_every_sweep()
    {
        pipeline.Ledger.Upload(PipelineFixture.Path2023(Changsha), PipelineFixture.Workbook(Changsha));
        pipeline.Ledger.Broken = PipelineFixture.Path2023(Changsha);
        for (var sweep = 0; sweep < 2; sweep++)
        {
            pipeline.Clock.Advance(TimeSpan.FromMinutes(10));
            await Assert.ThrowsAsync<AggregateException>(() => pipeline.Sweep.SweepAsync(default));
        }

        Assert.Equal(["600", "1200"], told.Of("pipeline.uploads.unanswered.age"));
    }

    [Fact]
    public async Task Every_sweep_counts_the_poison_queues_also_the_empty_ones()
    {
        pipeline.Ledger.Poisoned["webjobs-blobtrigger-poison"] = 3;

        await pipeline.Sweep.SweepAsync(default);

        Assert.Equal(["0 queue=emit-report-poison", "3 queue=webjobs-blobtrigger-poison"], told.Of("pipeline.poison"));
    }

    [Fact]
    public async Task A_poison_queue_that_does_not_answer_keeps_no_upload_waiting_but_the_sweep_fails()
    {
        pipeline.Ledger.Poisoned["emit-report-poison"] = -1;
        pipeline.Ledger.Poisoned["webjobs-blobtrigger-poison"] = 3;
        pipeline.Ledger.Upload(PipelineFixture.Path2023(Changsha), PipelineFixture.Workbook(Changsha));
        pipeline.Clock.Advance(TimeSpan.FromMinutes(5));

        await Assert.ThrowsAsync<AggregateException>(() => pipeline.Sweep.SweepAsync(default));

        Assert.Equal(["3 queue=webjobs-blobtrigger-poison"], told.Of("pipeline.poison"));
        Assert.Equal(["1 unit=430100 verdict=accepted"], told.Of("pipeline.submissions"));
    }

    [Fact]
    public async Task Nobody_is_missing_before_the_deadline_and_from_then_on_every_sweep_says_how_many_are()
    {
        await pipeline.IngestAsync(PipelineFixture.Units.Except(["430200", "430300"]));
        await pipeline.Closing.CloseAsync(default);
        await pipeline.RunRequestsAsync();
        pipeline.Clock.SetUtcNow(Deadline.AddSeconds(-1));
        await pipeline.Sweep.SweepAsync(default);
        Assert.Equal(["0 year=2023"], told.Of("pipeline.returns.missing").Distinct());

        pipeline.Clock.SetUtcNow(Deadline);
        await pipeline.Sweep.SweepAsync(default);
        Assert.Equal("2 year=2023", told.Of("pipeline.returns.missing").Last());

        await pipeline.IngestAsync("430300");
        await pipeline.RunRequestsAsync();
        Assert.Equal("1 year=2023", told.Of("pipeline.returns.missing").Last());
        await pipeline.IngestAsync("430200");
        await pipeline.Sweep.SweepAsync(default);
        Assert.Equal("0 year=2023", told.Of("pipeline.returns.missing").Last());
    }

    [Fact]
    public async Task A_year_that_could_not_be_closed_says_who_is_missing_all_the_same()
    {
        await pipeline.IngestAsync(PipelineFixture.Units.Except(["430200"]));
        pipeline.Clock.SetUtcNow(Deadline.AddDays(1));

        await pipeline.Sweep.SweepAsync(default);

        Assert.Null((await pipeline.Ledger.ReadYearAsync(2023, default)).State.Closed);
        Assert.Equal(["1 year=2023"], told.Of("pipeline.returns.missing"));
    }

    [Fact]
    public async Task A_report_that_fails_its_proof_counts_as_held_each_time_it_is_tried()
    {
        var snapshot = await LockWithAnotherSnapshotAsync();

        await pipeline.Emission.EmitAsync(2023, snapshot, default);
        await pipeline.Emission.EmitAsync(2023, snapshot, default);

        Assert.Equal(["1", "1"], told.Of("pipeline.reports.held"));
        Assert.Empty(pipeline.Ledger.Reports);
    }

    [Fact]
    public async Task A_published_report_is_not_held()
    {
        await pipeline.IngestAsync(PipelineFixture.Units);
        await CloseAsync();
        await pipeline.RunRequestsAsync();

        Assert.NotEmpty(pipeline.Ledger.Reports);
        Assert.Empty(told.Of("pipeline.reports.held"));
        Assert.Equal(["answer", "check", "close", "consolidate", "emit", "ingest", "store"], told.Spans.Select(s => s.OperationName).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_README_names_every_instrument_with_its_unit_and_attributes()
    {
        await IngestAndSweepAsync();

        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "README.md"))
            .Where(l => l.StartsWith("| `pipeline.", StringComparison.Ordinal)).Select(l => string.Join('|', l.Split('|')[1..4]).Replace("`", "", StringComparison.Ordinal));
        Assert.Equal(
            told.Instruments.Select(i => $" {i.Name} | {i.Unit} | {string.Join(", ", told.Attributes(i.Name))} ".Replace("|  ", "| – ", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("app/alerts.bicep")]
    [InlineData("operations.workbook.json")]
    public async Task What_alerts_and_workbook_ask_for_is_what_is_told(string file)
    {
        await IngestAndSweepAsync();

        var queries = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "infra", file)).Where(l => l.Contains("'pipeline.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(queries);
        Assert.All(queries, query =>
        {
            var name = AskedName().Match(query).Groups[1].Value;
            Assert.Contains(name, told.Instruments.Select(i => i.Name));
            Assert.All(AskedAttribute().Matches(query), a => Assert.Contains(a.Groups[1].Value, told.Attributes(name)));
        });
    }

    /// <summary>Makes every instrument tell something that has attributes.</summary>
    private async Task IngestAndSweepAsync()
    {
        pipeline.Ledger.Upload("2023/430100/b.xlsx", [1]);
        await pipeline.Ingestion.IngestAsync("2023/430100/b.xlsx", default);
        await pipeline.Sweep.SweepAsync(default);
    }

    /// <summary>A complete year, closed and consolidated, whose lock record speaks of another consolidation.</summary>
    private async Task<string> LockWithAnotherSnapshotAsync()
    {
        await pipeline.IngestAsync(PipelineFixture.Units);
        await CloseAsync();
        await pipeline.Consolidation.ConsolidateAsync(2023, default);
        var read = await pipeline.Ledger.ReadYearAsync(2023, default);
        var record = new LockRecord(
            2023, 1, new Dictionary<string, string>(), "", "", "another", null, new Person("1", "王五", PersonRole.Director), pipeline.Clock.GetUtcNow(), "");
        Assert.True(await pipeline.Ledger.TryChangeAsync(
            new(read) { State = read.State with { Review = read.State.Review with { IsLocked = true } }, Events = [], Record = record }, default));
        return read.State.Snapshot!;
    }

    private async Task CloseAsync()
    {
        pipeline.Clock.SetUtcNow(Deadline.AddHours(1));
        await pipeline.Closing.CloseAsync(default);
    }

    [GeneratedRegex(@"Name == '(pipeline\.[^']*)'")]
    private static partial Regex AskedName();

    [GeneratedRegex(@"Properties\.(\w+)")]
    private static partial Regex AskedAttribute();
}
