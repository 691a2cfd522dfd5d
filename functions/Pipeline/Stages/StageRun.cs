using System.Diagnostics;

namespace Pipeline.Stages;

/// <summary>One run of a stage, as its span tells of it.</summary>
/// <param name="Stage">ingest, check, store, answer, consolidate, emit, close or sweep.</param>
/// <param name="Year">Fiscal year; null when it is about all of them.</param>
/// <param name="Unit">Unit code.</param>
/// <param name="Submission">SHA-256 of the upload.</param>
/// <param name="Snapshot">Id of the consolidation.</param>
internal sealed record StageRun(string Stage, int? Year = null, string? Unit = null, string? Submission = null, string? Snapshot = null)
{
    public static StageRun Of(string stage, Ledger.Submission submission) => new(stage, submission.Year, submission.Unit, submission.Hash);

    /// <summary>The span; null when nobody listens.</summary>
    public Activity? Begin(ActivitySource source)
    {
        var span = source.StartActivity(Stage);
        if (Year is { } year) span?.SetTag("year", year);
        if (Unit is not null) span?.SetTag("unit", Unit);
        if (Submission is not null) span?.SetTag("submission", Submission);
        if (Snapshot is not null) span?.SetTag("snapshot", Snapshot);
        return span;
    }
}
