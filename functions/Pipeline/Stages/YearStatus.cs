using Pipeline.Ledger;
using Pipeline.Returns.Receipts;

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
            var head = now.Heads.GetValueOrDefault(unit.Code);
            var answer = answers.GetValueOrDefault(unit.Code);
            return new UnitState(unit.Code, unit.Name, Describe(head, answer, state.Closed is not null), head?.Submission.Hash, Latest(answer));
        });
        return new YearReport(
            year, catalogue.Deadline, state.Closed, state.Snapshot, state.Report, state.Draft, state.Report == SnapshotId.Of(catalogue, now),
            state.Note, state.Missing, [.. units]);
    }

    private static string Describe(Head? head, AnsweredUpload? answer, bool closed) => (head, answer?.Verdict) switch
    {
        (null, Verdict.Refused) => "退回",
        (null, _) => closed ? "缺报" : "未报",
        (_, Verdict.Refused) => "已接收（有更正退回）",
        _ => "已接收",
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
