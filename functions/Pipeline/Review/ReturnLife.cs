using System.Globalization;
using Pipeline.Rules;

namespace Pipeline.Review;

/// <summary>The life of a return: (state, command, clock) → decision. Knows nothing else and changes nothing.</summary>
public static class ReturnLife
{
    private const int LongestReason = 1_000;
    private const int LongestCellReason = 100;
    private const int MostCells = 100;
    private const string Stale = "本单位报表在审核期间有变动，须重新审核。";

    /// <summary>Hunan's clock: days are days there.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>What a command comes to.</summary>
    public static Decision Decide(ReturnState state, ReturnCommand command, DateTimeOffset now) => command switch
    {
        MachineCheck { IsRefused: true } check => Refuse(state, check, now),
        MachineCheck check => Take(state, check, now),
        Withdraw withdraw => TakeBack(state, withdraw, now),
        BeginReview begin => Begin(state, begin, now),
        ReturnForCorrection back => GiveBack(state, back, now),
        Approve approve => Pass(state, approve, now),
        MarkMissing missing => Miss(state, missing, now),
        LockReturn locked => Lock(state, locked, now),
        UnlockReturn unlocked => Unlock(state, unlocked, now),
        _ => throw new ArgumentException($"{command.GetType().Name} is no command of a return.", nameof(command)),
    };

    // Version, ticket and changes were held against a return that is another one by now.
    private static bool IsStale(ReturnState state, MachineCheck check) => check.Beside is { } revision && revision != state.Revision;

    // A refused upload never disturbs what is in force: it is written down, and shown where nothing else is.
    private static Decision Refuse(ReturnState state, MachineCheck check, DateTimeOffset now)
    {
        if (!check.Upload.IsNewerThan(state.Refused) || !check.Upload.IsNewerThan(state.Taken)) return new Decision.Unchanged();
        if (IsStale(state, check)) return No(Stale);
        var shown = state.Status is ReturnStatus.None or ReturnStatus.Withdrawn ? ReturnStatus.Failed : state.Status;
        var why = state.Submission is null ? "" : "原报表继续有效";
        return Become(state, state with { Status = shown, Refused = check.Upload }, check, now, AuditEvent.Refused, why, check.Upload.Submission);
    }

    private static Decision Take(ReturnState state, MachineCheck check, DateTimeOffset now)
    {
        var upload = check.Upload;
        if (upload == state.Taken) return new Decision.Unchanged();
        if (upload.Submission == state.Submission)
            return upload.IsNewerThan(state.Taken) ? new Decision.Transition(state with { Taken = upload }, []) : new Decision.Unchanged();
        if (!upload.IsNewerThan(state.Taken)) return new Decision.Superseded();
        if (state.IsHeld)
            return new Decision.Rejection($"本单位报表{state.Status.Name()}，不能替换；确需更正的，请联系省级审核人{(state.Status == ReturnStatus.Locked ? "解锁" : "退回")}。");

        if (IsStale(state, check)) return No(Stale);

        var late = check.ReceivedAt > check.Deadline;
        var next = state with
        {
            Status = check.Questions.Count > 0 ? ReturnStatus.Pending : ReturnStatus.Accepted,
            Submission = upload.Submission,
            Version = check.Version,
            Preparer = check.Preparer,
            Late = late,
            Ticket = null,
            Questions = check.Questions,
            Taken = upload,
        };
        var why = string.Join("；", Particulars());
        return Become(state, next, check, now, state.Submission is null ? AuditEvent.Received : AuditEvent.Replaced, why, upload.Submission);

        IEnumerable<string> Particulars()
        {
            if (check.Version > 0) yield return string.Create(CultureInfo.InvariantCulture, $"第{check.Version}版");
            if (late) yield return "迟报";
            if (state.Submission is { } before) yield return $"替换{before[..Math.Min(12, before.Length)]}";
            if (state.Ticket is { } ticket) yield return $"答复退回单{ticket.Number}";
            if (check.Questions.Count > 0) yield return $"待说明：{Rules(check.Questions)}";
        }
    }

    private static Decision TakeBack(ReturnState state, Withdraw command, DateTimeOffset now)
    {
        if (!command.By.FilesFor(state.Unit)) return No("只有本单位的填报人可以撤回报表。");
        if (WrongText(command.Reason, "撤回原因") is { } wrong) return No(wrong);
        return state.Status switch
        {
            ReturnStatus.Accepted or ReturnStatus.Pending => Become(
                state,
                state with { Status = ReturnStatus.Withdrawn, Submission = null, Preparer = "", Late = false, Questions = [] },
                command, now, AuditEvent.Withdrawn, command.Reason, state.Submission),
            ReturnStatus.Returned => No($"报表已退回，请按退回单{state.Ticket?.Number}修改后重报，不必撤回。"),
            ReturnStatus.UnderReview or ReturnStatus.Approved or ReturnStatus.Locked =>
                No($"报表{state.Status.Name()}，不能撤回；确需更正的，请联系省级审核人。"),
            _ => No($"报表{state.Status.Name()}，没有可以撤回的报表。"),
        };
    }

    private static Decision Begin(ReturnState state, BeginReview command, DateTimeOffset now)
    {
        if (NotReviewable(state, command.By, command.Submission) is { } wrong) return No(wrong);
        return state.Status is ReturnStatus.Accepted or ReturnStatus.Pending
            ? Become(state, state with { Status = ReturnStatus.UnderReview }, command, now, AuditEvent.ReviewBegun, "", state.Submission)
            : No($"报表{state.Status.Name()}，只有已接收或待说明的报表可以开始复核。");
    }

    private static Decision GiveBack(ReturnState state, ReturnForCorrection command, DateTimeOffset now)
    {
        if (NotReviewable(state, command.By, command.Submission) is { } wrong) return No(wrong);
        // An approved return too: how else would one be mended after the year was unlocked.
        if (state.Status is not (ReturnStatus.UnderReview or ReturnStatus.Approved))
            return No($"报表{state.Status.Name()}，只有复核中或已审核的报表可以退回。");
        if ((WrongText(command.Reason, "退回原因") ?? WrongCells(command.Cells)) is { } lacking) return No(lacking);
        if (command.Due < Today(now)) return No("重报期限不能早于今天，请改期。");
        var count = state.Tickets + 1;
        var ticket = new ReturnTicket(
            string.Create(CultureInfo.InvariantCulture, $"T-{state.Year}-{state.Unit}-{count:D3}"), state.Unit, command.By.Name, now, command.Due,
            command.Reason.Trim(), [.. command.Cells]);
        var why = string.Create(
            CultureInfo.InvariantCulture, $"退回单{ticket.Number}，{ticket.Cells.Count}处，{command.Due:yyyy-MM-dd}前重报：{ticket.Reason}");
        return Become(
            state, state with { Status = ReturnStatus.Returned, Ticket = ticket, Tickets = count }, command, now, AuditEvent.Returned, why,
            state.Submission);
    }

    private static Decision Pass(ReturnState state, Approve command, DateTimeOffset now)
    {
        if (NotReviewable(state, command.By, command.Submission) is { } wrong) return No(wrong);
        if (state.Status != ReturnStatus.UnderReview) return No($"报表{state.Status.Name()}，只有复核中的报表可以审核通过。");
        if (Spelling(command.By.Name) == Spelling(state.Preparer)) return No("审核人不得是该报表的填报人，请由他人审核。");
        var suspended = command.Suspensions.Where(s => s.HoldsOn(Today(now))).Select(s => s.Rule).ToHashSet();
        var open = state.Questions
            .Where(q => !suspended.Contains(q.Rule))
            .Where(q => !command.Explanations.Any(e => e.Rule == q.Rule && (e.Item is null || e.Item == q.Item)))
            .ToList();
        return open.Count > 0
            ? No($"尚有核实性问题未说明：{Rules(open)}。请退回单位说明，或先作省级统一说明。")
            : Become(state, state with { Status = ReturnStatus.Approved }, command, now, AuditEvent.Approved, "", state.Submission);
    }

    private static Decision Miss(ReturnState state, MarkMissing command, DateTimeOffset now)
    {
        if (now < command.Deadline) return No("尚未截止，不能记为缺报。");
        if (state.Status == ReturnStatus.Missing || state.Submission is not null) return new Decision.Unchanged();
        return Become(state, state with { Status = ReturnStatus.Missing }, command, now, AuditEvent.Missing, "截止时没有有效报表", null);
    }

    private static Decision Lock(ReturnState state, LockReturn command, DateTimeOffset now) => state.Status switch
    {
        ReturnStatus.Locked => new Decision.Unchanged(),
        ReturnStatus.Approved => Become(
            state, state with { Status = ReturnStatus.Locked }, command, now, AuditEvent.Locked,
            string.Create(CultureInfo.InvariantCulture, $"第{command.Number}次封账"), state.Submission),
        _ => No($"报表{state.Status.Name()}，尚未审核通过，不能封账。"),
    };

    private static Decision Unlock(ReturnState state, UnlockReturn command, DateTimeOffset now) => state.Status == ReturnStatus.Locked
        ? Become(state, state with { Status = ReturnStatus.Approved }, command, now, AuditEvent.Unlocked, command.Reason, state.Submission)
        : No($"报表{state.Status.Name()}，没有封账，不需解锁。");

    private static string? NotReviewable(ReturnState state, Person by, string submission) =>
        !by.Reviews ? "只有省级审核人可以复核报表。"
        : state.Submission is null ? $"报表{state.Status.Name()}，没有可以复核的报表。"
        : state.Submission != submission ? "该单位已有新版本报表，请刷新后按新版本操作。"
        : null;

    private static string? WrongCells(IReadOnlyList<TicketCell> cells) =>
        cells.Count == 0 ? "退回单至少要指明一个需要修改的单元格。"
        : cells.Count > MostCells ? $"退回单最多指明{MostCells}个单元格，请合并说明。"
        : cells.Any(c => string.IsNullOrWhiteSpace(c.Sheet) || string.IsNullOrWhiteSpace(c.Cell)) ? "退回单的每一处都要写明工作表和单元格。"
        : cells.Any(c => c.Reason.Length > LongestCellReason) ? $"单元格的修改意见不能超过{LongestCellReason}个字。"
        : null;

    private static string? WrongText(string text, string what) =>
        string.IsNullOrWhiteSpace(text) ? $"请填写{what}。"
        : text.Length > LongestReason ? $"{what}不能超过{LongestReason}个字。"
        : null;

    private static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(Offset).DateTime);

    // Names of two characters are often typed with a space between them.
    private static string Spelling(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));

    private static string Rules(IEnumerable<OpenQuestion> questions) => string.Join("、", questions.Select(q => q.Rule).Distinct());

    private static Decision.Rejection No(string reason) => new(reason);

    private static Decision.Transition Become(
        ReturnState state, ReturnState next, ReturnCommand command, DateTimeOffset now, AuditEvent what, string why, string? submission)
    {
        var entry = new AuditEntry(state.Unit, state.Revision + 1, command.By, now, what, why)
        {
            From = state.Status,
            To = next.Status,
            Submission = submission,
        };
        return new(next with { Revision = entry.Revision }, [entry]);
    }
}
