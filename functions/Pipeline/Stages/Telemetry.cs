using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Returns.Receipts;

namespace Pipeline.Stages;

/// <summary>What the stages tell about themselves, for whoever listens to the meter and the source called <see cref="Name"/>. Nothing depends on it: without a
/// listener it costs next to nothing.</summary>
/// <remarks>The alerts and the operations workbook ask for these names and attributes. No attribute takes what an uploader can make up: a path may name any unit.</remarks>
public sealed class Telemetry : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Pipeline";

    // A check takes milliseconds, a report seconds, a sweep after an outage minutes.
    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] };

    private readonly TimeProvider clock;
    private readonly Counter<long> submissions;
    private readonly Counter<long> findings;
    private readonly Histogram<double> duration;
    private readonly Gauge<double> unansweredAge;
    private readonly Gauge<long> poison;
    private readonly Counter<long> heldReports;
    private readonly Gauge<long> missingReturns;

    /// <param name="clock">Measures how long a stage takes, and says when a deadline is past.</param>
    public Telemetry(TimeProvider clock)
    {
        this.clock = clock;
        submissions = Meter.CreateCounter<long>("pipeline.submissions", "{return}", "Uploads that were answered.");
        findings = Meter.CreateCounter<long>("pipeline.findings", "{finding}", "Findings on the receipts that answered them.");
        duration = Meter.CreateHistogram("pipeline.stage.duration", "s", "How long a stage took, failed runs included.", advice: Seconds);
        unansweredAge = Meter.CreateGauge<double>("pipeline.uploads.unanswered.age", "s", "Age of the oldest upload without an answer; 0 without one.");
        poison = Meter.CreateGauge<long>("pipeline.poison", "{message}", "About how many messages lie in a poison queue.");
        heldReports = Meter.CreateCounter<long>("pipeline.reports.held", "{report}", "Reports that failed their proof and were not published.");
        missingReturns = Meter.CreateGauge<long>("pipeline.returns.missing", "{return}", "Units without a return in force; 0 until the deadline.");
    }

    internal Meter Meter { get; } = new(Name);

    internal ActivitySource Source { get; } = new(Name);

    public void Dispose()
    {
        Meter.Dispose();
        Source.Dispose();
    }

    /// <summary>Runs a stage within a span and measures it, whatever comes of it.</summary>
    internal async Task<T> RunAsync<T>(StageRun run, Func<Activity?, Task<T>> stage)
    {
        using var span = run.Begin(Source);
        var start = clock.GetTimestamp();
        try
        {
            return await stage(span);
        }
        catch (Exception fault)
        {
            span?.SetStatus(ActivityStatusCode.Error, fault.GetType().Name);
            throw;
        }
        finally
        {
            duration.Record(clock.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("stage", run.Stage));
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    internal Task RunAsync(StageRun run, Func<Task> stage) => RunAsync(run, async _ =>
    {
        await stage();
        return true;
    });

    /// <summary>An upload was answered.</summary>
    /// <param name="receipt">The receipt that stands.</param>
    /// <param name="isKnownUnit">Whether the year's catalogue has the unit.</param>
    internal void Answered(Receipt receipt, bool isKnownUnit)
    {
        submissions.Add(1, new("verdict", Word(receipt.Verdict)), new("unit", isKnownUnit ? receipt.Unit : "unknown"));
        foreach (var (kind, count) in receipt.Findings.CountBy(f => (f.Rule, f.Severity)))
            findings.Add(count, new("rule", kind.Rule), new("severity", Letter(kind.Severity)));
    }

    /// <summary>How long the oldest unanswered upload has waited.</summary>
    internal void Unanswered(TimeSpan age) => unansweredAge.Record(Math.Max(0, age.TotalSeconds));

    /// <summary>About how many messages lie in a poison queue.</summary>
    internal void Poisoned(string queue, int messages) => poison.Record(messages, new KeyValuePair<string, object?>("queue", queue));

    /// <summary>A report failed its proof and was not published. Said each time it is tried again, for it is still held.</summary>
    internal void Held() => heldReports.Add(1);

    /// <summary>How many units have no return in force once the deadline is past, whether or not the year could be closed. Before, nobody is late: the year says 0.</summary>
    internal void Missing(YearCatalogue catalogue, YearHeads read) => missingReturns.Record(
        catalogue.Deadline <= clock.GetUtcNow() ? catalogue.ReportingUnits.Count(u => !read.Heads.ContainsKey(u.Code)) : 0,
        new KeyValuePair<string, object?>("year", catalogue.Year.ToString(CultureInfo.InvariantCulture)));

    // As the receipt says it in JSON.
    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted",
        Verdict.Pending => "pending",
        Verdict.Refused => "refused",
        _ => "superseded",
    };

    private static string Letter(Severity severity) => severity switch
    {
        Severity.Error => "E",
        Severity.Warning => "W",
        _ => "I",
    };
}
