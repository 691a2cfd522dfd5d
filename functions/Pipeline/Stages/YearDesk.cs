using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Ledger;
using Pipeline.Returns.Receipts;
using Pipeline.Review;

namespace Pipeline.Stages;

/// <summary>What people do with a whole year: lock and unlock it, lay down its terms, adjust what is locked. Who may do what is decided by
/// <see cref="YearLife"/>.</summary>
public sealed class YearDesk(ILedger ledger, Catalogues catalogues, TimeProvider clock)
{
    /// <summary>What was laid down for the year.</summary>
    public Task<Terms> ReadTermsAsync(int year, CancellationToken ct) => ledger.ReadTermsAsync(year, ct);

    /// <summary>How the year stands with its lock, and whether the chain of lock records is whole.</summary>
    public async Task<YearLock> VerifyAsync(int year, CancellationToken ct)
    {
        var read = await ledger.ReadYearAsync(year, ct);
        return new(read.State.Review, read.Locks, LockChain.Verify(read.Locks, read.State.Review.LastHash));
    }

    /// <summary>汇总 asked for by hand.</summary>
    public Task RequestConsolidationAsync(int year, CancellationToken ct) => ledger.RequestConsolidationAsync(year, ct);

    /// <summary>封账: every return approved, the consolidation made of exactly these, no error between returns.</summary>
    public Task<YearAnswer> LockAsync(int year, Person by, CancellationToken ct) => HandleAsync(
        year,
        async (catalogue, read, token) =>
        {
            var id = SnapshotId.Of(catalogue, read);
            var snapshot = read.State.Snapshot == id ? await ledger.ReadSnapshotAsync(year, id, token) : null;
            var errors = snapshot is null ? [] : Province.Consolidate(catalogue, snapshot).Findings.Where(f => f.Severity == Severity.Error);
            return new LockYear(
                by, [.. catalogue.ReportingUnits], catalogue.Version, catalogue.TemplateVersion, snapshot?.Id,
                read.State.Report == id ? id : null, [.. errors.Select(f => f.Message)]);
        },
        ct);

    /// <summary>申请解锁.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="units">Unit codes whose returns are to be opened; empty means all.</param>
    /// <param name="scope">What of them, in words; may be empty.</param>
    /// <param name="ct">Gives up.</param>
    public Task<YearAnswer> RequestUnlockAsync(
        int year, Person by, string reason, IReadOnlyList<string> units, string scope, CancellationToken ct) =>
        HandleAsync(year, new RequestUnlock(by, reason, units, scope), ct);

    /// <summary>同意解锁, by another than who asked. The report that was published is invalid from then on.</summary>
    public Task<YearAnswer> ConfirmUnlockAsync(int year, Person by, CancellationToken ct) =>
        HandleAsync(year, (_, read, _) => Task.FromResult<YearCommand>(new ConfirmUnlock(by, read.State.Report)), ct);

    /// <summary>不同意解锁.</summary>
    public Task<YearAnswer> DeclineUnlockAsync(int year, Person by, string reason, CancellationToken ct) =>
        HandleAsync(year, new DeclineUnlock(by, reason), ct);

    /// <summary>停用审核公式. One that ends before it begins lifts an earlier one.</summary>
    public Task<YearAnswer> SuspendAsync(int year, Person by, Suspension suspension, CancellationToken ct) =>
        HandleAsync(year, new SuspendRule(by, suspension), ct, c => NoRule(c, suspension.Rule) ?? NoSuspension(c, suspension.Rule));

    /// <summary>省级统一说明. An empty text takes an earlier one back.</summary>
    public Task<YearAnswer> ExplainAsync(int year, Person by, string rule, string? item, string text, CancellationToken ct) => HandleAsync(
        year, new ExplainRule(by, new(rule, item, text, by.Name)), ct, c => NoRule(c, rule) ?? (item is null ? null : NoItem(c, item, null)));

    /// <summary>登记批复预算 of a unit, 分 by item code.</summary>
    public Task<YearAnswer> ApproveBudgetAsync(
        int year, Person by, string unit, IReadOnlyDictionary<string, long> amounts, string basis, CancellationToken ct) => HandleAsync(
            year, new ApproveBudget(by, unit, amounts, basis), ct,
            c => NoUnit(c, unit) ?? amounts.Keys.Select(item => NoItem(c, item, null)).FirstOrDefault(no => no is not null));

    /// <summary>登记差额调整.</summary>
    public Task<YearAnswer> ProposeAdjustmentAsync(int year, Person by, AdjustmentEntry entry, CancellationToken ct) => HandleAsync(
        year,
        async (_, _, token) => new ProposeAdjustment(by, entry, await ledger.ReadTermsAsync(year, token)),
        ct,
        c => NoUnit(c, entry.Unit) ?? NoItem(c, entry.Item, entry.Column));

    /// <summary>批准差额调整, by another than its author.</summary>
    public Task<YearAnswer> ApproveAdjustmentAsync(int year, Person by, string number, CancellationToken ct) =>
        HandleAsync(year, async (_, _, token) => new ApproveAdjustment(by, number, await ledger.ReadTermsAsync(year, token)), ct);

    private static string? NoRule(YearCatalogue catalogue, string rule) =>
        catalogue.Rules.Any(r => r.Id == rule) ? null : $"{catalogue.Year}年度没有审核公式{rule}。";

    private static string? NoSuspension(YearCatalogue catalogue, string rule) =>
        catalogue.Rule(rule).Suspendable ? null : $"审核公式{rule}保证报表能读、不重不漏，不能停用；规则有误的，请修订报表制度。";

    private static string? NoUnit(YearCatalogue catalogue, string unit) =>
        catalogue.FindUnit(unit) is { Reports: true } ? null : $"{catalogue.Year}年度没有填报单位{unit}。";

    private static string? NoItem(YearCatalogue catalogue, string item, string? column) =>
        catalogue.FindItem(item) is not { } found ? $"{catalogue.Year}年度没有项目{item}。"
        : column is not null && found.Form.Columns.All(c => c.Code != column) ? $"项目{item}没有{column}栏。"
        : null;

    private Task<YearAnswer> HandleAsync(int year, YearCommand command, CancellationToken ct, Func<YearCatalogue, string?>? wrong = null) =>
        HandleAsync(year, (_, _, _) => Task.FromResult(command), ct, wrong);

    private async Task<YearAnswer> HandleAsync(
        int year, Func<YearCatalogue, YearHeads, CancellationToken, Task<YearCommand>> prepare, CancellationToken ct,
        Func<YearCatalogue, string?>? wrong = null)
    {
        if (catalogues.Find(year) is not { } catalogue) return new(YearReview.New, $"没有{year}年度的报表制度。");
        if (wrong?.Invoke(catalogue) is { } reason) return new((await ledger.ReadYearAsync(year, ct)).State.Review, reason);
        var answer = new YearAnswer(YearReview.New, null);
        // One moment for all tries: a write whose answer was lost is then known again.
        var now = clock.GetUtcNow();
        await YearRace.RunAsync(
            async token =>
            {
                var read = await ledger.ReadYearAsync(year, token);
                var review = read.State.Review;
                switch (YearLife.Decide(year, review, read.Returns, await prepare(catalogue, read, token), now))
                {
                    case YearDecision.Transition done:
                        answer = new(done.Review, null) { Record = done.Record, Clause = done.Clause };
                        var change = new YearChange(read)
                        {
                            State = read.State with { Review = done.Review },
                            Returns = done.Returns,
                            Events = done.Events,
                            Record = done.Record,
                            Clause = done.Clause,
                        };
                        return await ledger.TryChangeAsync(change, token);
                    case YearDecision.Rejection rejection:
                        answer = new(review, rejection.Reason);
                        return true;
                    default:
                        throw new InvalidOperationException("A decision is a transition or a rejection.");
                }
            },
            ct);
        return answer;
    }
}
