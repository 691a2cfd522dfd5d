using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Review;

/// <summary>The life of a year's lock: (state, returns, command, clock) → decision.</summary>
[Judges("R-C-12")]
public static class YearLife
{
    private const int LongestReason = 1_000;

    /// <summary>What a command comes to.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="review">How the year stands.</param>
    /// <param name="returns">Unit code → how its return stands.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">The clock.</param>
    public static YearDecision Decide(
        int year, YearReview review, IReadOnlyDictionary<string, ReturnState> returns, YearCommand command, DateTimeOffset now)
    {
        if (command is SuspendRule or ExplainRule or ApproveBudget ? !command.By.Reviews : NeedsDirector(command) && !command.By.Directs)
            return No(NeedsDirector(command) ? "只有省级负责人可以封账、解锁。" : "只有省级审核人可以办理。");
        return command switch
        {
            LockYear locked => Lock(year, review, returns, locked, now),
            RequestUnlock request => Request(review, returns, request, now),
            ConfirmUnlock confirm => Unlock(review, returns, confirm, now),
            DeclineUnlock decline => Decline(review, decline, now),
            _ => ClauseLife.Decide(year, review, command, now),
        };
    }

    internal static YearDecision.Transition Become(
        YearReview review, YearReview next, YearCommand command, DateTimeOffset now, AuditEvent what, string why, Clause? clause = null)
    {
        var entry = new AuditEntry(null, review.Revision + 1, command.By, now, what, why);
        return new(next with { Revision = entry.Revision }, [], [entry]) { Clause = clause };
    }

    internal static string? WrongText(string text, string what) =>
        string.IsNullOrWhiteSpace(text) ? $"请填写{what}。"
        : text.Length > LongestReason ? $"{what}不能超过{LongestReason}个字。"
        : null;

    internal static YearDecision.Rejection No(string reason) => new(reason);

    private static bool NeedsDirector(YearCommand command) => command is LockYear or RequestUnlock or ConfirmUnlock or DeclineUnlock;

    private static YearDecision Lock(
        int year, YearReview review, IReadOnlyDictionary<string, ReturnState> returns, LockYear command, DateTimeOffset now)
    {
        if (review.IsLocked) return No($"{year}年度已经封账。");
        var open = command.Units
            .Where(u => returns.GetValueOrDefault(u.Code) is not { Status: ReturnStatus.Approved or ReturnStatus.Locked })
            .Select(u => u.Name)
            .ToList();
        if (open.Count > 0) return No($"尚有{open.Count}个单位未审核通过：{string.Join("、", open)}，不能封账。（R-C-12）");
        if (command.Snapshot is null) return No("汇总结果尚未更新到当前报表，请稍后再封账。");
        if (command.Errors.Count > 0) return No($"上下级往来尚有{command.Errors.Count}处错误，不能封账：{string.Join("；", command.Errors.Take(5))}");

        var number = review.Locks + 1;
        var vector = command.Units.ToDictionary(u => u.Code, u => returns[u.Code].Submission!);
        var record = new LockRecord(
            year, number, vector, command.CatalogueVersion, command.TemplateVersion, command.Snapshot, command.Report, command.By, now,
            review.LastHash).Sealed();
        // A report that an unlock made invalid is valid again only when it shows exactly what is locked now; another stays so until its
        // successor is published.
        var next = review with
        {
            IsLocked = true, Locks = number, LastHash = record.Hash, Unlock = null, InvalidReport = command.Report is null ? review.InvalidReport : null,
        };
        var why = string.Create(CultureInfo.InvariantCulture, $"第{number}次封账，汇总{command.Snapshot}，记录{record.Hash[..12]}");
        var locked = Become(review, next, command, now, AuditEvent.Locked, why);
        return With(locked, command.Units.Select(u => returns[u.Code]), new LockReturn(command.By, number), now, record);
    }

    private static YearDecision Request(
        YearReview review, IReadOnlyDictionary<string, ReturnState> returns, RequestUnlock command, DateTimeOffset now)
    {
        if (!review.IsLocked) return No("本年度没有封账，不需解锁。");
        if (review.Unlock is { } asked) return No($"{asked.By.Name}已经申请解锁，请由另一负责人确认或退回该申请。");
        if ((WrongText(command.Reason, "解锁原因") ?? (command.Scope.Length > LongestReason ? "解锁范围太长，请简写。" : null)) is { } wrong) return No(wrong);
        var strangers = command.Units.Where(u => returns.GetValueOrDefault(u)?.Status != ReturnStatus.Locked).ToList();
        if (strangers.Count > 0) return No($"解锁范围中的单位没有封账：{string.Join("、", strangers)}。");
        var request = new UnlockRequest(command.By, now, command.Reason.Trim(), [.. command.Units.Distinct()], command.Scope.Trim());
        return Become(review, review with { Unlock = request }, command, now, AuditEvent.UnlockRequested, Say(request));
    }

    private static YearDecision Unlock(
        YearReview review, IReadOnlyDictionary<string, ReturnState> returns, ConfirmUnlock command, DateTimeOffset now)
    {
        if (review is not { IsLocked: true, Unlock: { } request }) return No("没有待确认的解锁申请。");
        if (request.By.Id == command.By.Id) return No("申请人不能确认自己的解锁申请，请由另一负责人确认。");
        var opened = returns.Values.Where(r => r.Status == ReturnStatus.Locked && (request.Units.Count == 0 || request.Units.Contains(r.Unit))).ToList();
        var next = review with { IsLocked = false, Unlock = null, InvalidReport = command.Report ?? review.InvalidReport };
        var why = $"{request.By.Name}申请：{Say(request)}{(command.Report is null ? "" : $"；已生成的报告{command.Report}失效")}；所涉单位此前登记的差额调整作废";
        var clause = new Clause.Reopened([.. opened.Select(r => r.Unit).Order(StringComparer.Ordinal)]);
        return With(Become(review, next, command, now, AuditEvent.Unlocked, why, clause), opened, new UnlockReturn(command.By, request.Reason), now);
    }

    private static YearDecision Decline(YearReview review, DeclineUnlock command, DateTimeOffset now)
    {
        if (review.Unlock is null) return No("没有待确认的解锁申请。");
        return WrongText(command.Reason, "不同意的原因") is { } wrong
            ? No(wrong)
            : Become(review, review with { Unlock = null }, command, now, AuditEvent.UnlockDeclined, command.Reason.Trim());
    }

    /// <summary>Carries a change of the year to the returns that it is about.</summary>
    private static YearDecision.Transition With(
        YearDecision.Transition year, IEnumerable<ReturnState> returns, ReturnCommand command, DateTimeOffset now, LockRecord? record = null)
    {
        var moved = returns.Select(r => ReturnLife.Decide(r, command, now)).OfType<Decision.Transition>().ToList();
        return new(year.Review, [.. moved.Select(m => m.State)], [.. year.Events, .. moved.SelectMany(m => m.Events)])
        {
            Record = record,
            Clause = year.Clause,
        };
    }

    private static string Say(UnlockRequest request) =>
        $"{request.Reason}（范围：{(request.Units.Count == 0 ? "全部单位" : string.Join("、", request.Units))}"
        + $"{(request.Scope.Length == 0 ? "" : "，" + request.Scope)}）";
}
