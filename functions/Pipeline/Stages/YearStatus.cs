using Pipeline.Ledger;
using Pipeline.Returns.Receipts;
using Pipeline.Review;

namespace Pipeline.Stages;

/// <summary>How a year stands, unit by unit.</summary>
public sealed class YearStatus(ILedger ledger, Catalogues catalogues)
{
    /// <summary>The state of a year, or null when there is no catalogue of it.</summary>
    public async Task<YearReport?> ReadAsync(int year, CancellationToken ct)
    {
        if (catalogues.Find(year) is not { } catalogue) return null;
        // Answers first: whoever has been answered is then seen in force as well.
        var answers = await ledger.ReadAnswersAsync(year, ct);
        var now = await ledger.ReadYearAsync(year, ct);
        var state = now.State;
        var units = catalogue.ReportingUnits.Select(unit =>
        {
            var stands = now.Return(unit.Code);
            var answer = answers.GetValueOrDefault(unit.Code);
            return new UnitState(unit.Code, unit.Name, Describe(stands, answer, state.Closed is not null), stands.Submission, Latest(answer))
            {
                Version = stands.Version,
                Late = stands.Late,
                Ticket = stands.Ticket?.Number,
                Questions = [.. stands.Questions.Select(q => q.Rule).Distinct()],
            };
        });
        return new YearReport(
            year, catalogue.Deadline, state.Closed, state.Snapshot, state.Report, state.Draft, state.Report == SnapshotId.Of(catalogue, now),
            state.Note, state.Missing, [.. units])
        {
            Locked = state.Review.IsLocked,
            Invalid = state.Report is not null && state.Report == state.Review.InvalidReport,
        };
    }

    /// <summary>As much of it as somebody may see: a clerk no unit but their own.</summary>
    public async Task<YearReport?> ReadAsync(int year, Person by, CancellationToken ct) => (await ReadAsync(year, ct), by.Unit) switch
    {
        ({ } report, { } unit) => report with { Units = [.. report.Units.Where(u => u.Unit == unit)], Missing = [.. report.Missing.Where(m => m == unit)], Note = null },
        var (report, _) => report,
    };

    /// <summary>How one unit stands, or null when nothing is asked of it that year.</summary>
    public async Task<UnitState?> ReadUnitAsync(int year, string unit, CancellationToken ct) => (await ReadAsync(year, ct))?.Units.FirstOrDefault(u => u.Unit == unit);

    // The status is not known before the answer: an upload is answered first, or the year is closed and its missing units not marked yet.
    private static string Describe(ReturnState stands, AnsweredUpload? answer, bool closed) => (stands.Status, answer?.Verdict) switch
    {
        (ReturnStatus.None, _) when closed => ReturnStatus.Missing.Name(),
        (ReturnStatus.None, Verdict.Refused) => ReturnStatus.Failed.Name(),
        (ReturnStatus.Accepted or ReturnStatus.Pending, Verdict.Refused) => $"{stands.Status.Name()}（有更正退回）",
        _ => stands.Status.Name(),
    };

    private static LatestUpload? Latest(AnsweredUpload? answer) => answer is null
        ? null
        : new LatestUpload(
            answer.Submission.Hash, answer.Submission.Path, Name(answer.Verdict), answer.Errors, answer.Warnings, answer.Receipt);

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted",
        Verdict.Pending => "pending",
        Verdict.Refused => "refused",
        _ => "superseded",
    };
}
