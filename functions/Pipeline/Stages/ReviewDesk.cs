using Pipeline.Ledger;
using Pipeline.Review;
using Pipeline.Rules;

namespace Pipeline.Stages;

/// <summary>复核台: what people do with a unit's return. Reads, decides, writes under the condition that nothing has changed, and begins again
/// when something has. Who may do what is decided by <see cref="ReturnLife"/>.</summary>
public sealed class ReviewDesk(ILedger ledger, Catalogues catalogues, TimeProvider clock)
{
    /// <summary>How a unit's return stands.</summary>
    public async Task<ReturnState> ReadAsync(int year, string unit, CancellationToken ct) => (await ledger.ReadUnitAsync(year, unit, ct)).State;

    /// <summary>What happened to a unit's return, in order; of the year itself when <paramref name="unit"/> is null.</summary>
    public Task<IReadOnlyList<AuditEntry>> HistoryAsync(int year, string? unit, CancellationToken ct) => ledger.ReadHistoryAsync(year, unit, ct);

    /// <summary>开始复核.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="unit">Unit code.</param>
    /// <param name="by">Who.</param>
    /// <param name="submission">SHA-256 of the submission the reviewer has before their eyes.</param>
    /// <param name="ct">Gives up.</param>
    public Task<ReturnAnswer> BeginReviewAsync(int year, string unit, Person by, string submission, CancellationToken ct) =>
        HandleAsync(year, unit, new BeginReview(by, submission), ct);

    /// <summary>退回, with a ticket.</summary>
    public Task<ReturnAnswer> ReturnAsync(
        int year, string unit, Person by, string submission, IReadOnlyList<TicketCell> cells, string reason, DateOnly due, CancellationToken ct) =>
        HandleAsync(year, unit, new ReturnForCorrection(by, submission, cells, reason, due), ct);

    /// <summary>审核通过. What the province explains or suspends counts as it is laid down at this moment.</summary>
    public async Task<ReturnAnswer> ApproveAsync(int year, string unit, Person by, string submission, CancellationToken ct)
    {
        var terms = await ledger.ReadTermsAsync(year, ct);
        return await HandleAsync(year, unit, new Approve(by, submission, terms.Explanations) { Suspensions = terms.Suspensions }, ct);
    }

    /// <summary>撤回, by the unit itself.</summary>
    public async Task<ReturnAnswer> WithdrawAsync(int year, string unit, Person by, string reason, CancellationToken ct)
    {
        var answer = await HandleAsync(year, unit, new Withdraw(by, reason), ct);
        // The year is one return short. Should this be lost, the closing timer sees it.
        if (answer.Rejection is null) await ledger.RequestConsolidationAsync(year, ct);
        return answer;
    }

    private async Task<ReturnAnswer> HandleAsync(int year, string unit, ReturnCommand command, CancellationToken ct)
    {
        if (catalogues.Find(year)?.FindUnit(unit) is not { Reports: true }) return new(new(year, unit), $"{year}年度没有填报单位{unit}。");
        var answer = new ReturnAnswer(new(year, unit), null);
        // One moment for all tries: a write whose answer was lost is then known again.
        var now = clock.GetUtcNow();
        await YearRace.RunAsync(
            async token =>
            {
                var read = await ledger.ReadYearAsync(year, token);
                var state = read.Return(unit);
                var decision = ReturnLife.Decide(state, command, now);
                answer = decision switch
                {
                    Decision.Transition done => new(done.State, null),
                    Decision.Rejection rejection => new(state, rejection.Reason),
                    _ => new(state, null),
                };
                return decision is not Decision.Transition next
                    || await ledger.TryChangeAsync(new(read) { Returns = [next.State], Events = next.Events }, token);
            },
            ct);
        return answer;
    }
}
