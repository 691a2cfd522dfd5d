using System.Globalization;

namespace Pipeline.Review;

/// <summary>What may be laid down for a year, and by whom.</summary>
internal static class ClauseLife
{
    public static YearDecision Decide(int year, YearReview review, YearCommand command, DateTimeOffset now) => command switch
    {
        SuspendRule suspend => Suspend(review, suspend, now),
        ExplainRule explain => Explain(review, explain, now),
        ApproveBudget budget => Budget(review, budget, now),
        ProposeAdjustment propose => Propose(year, review, propose, now),
        ApproveAdjustment approve => Approve(review, approve, now),
        _ => throw new ArgumentException($"{command.GetType().Name} is no command of a year.", nameof(command)),
    };

    private static YearDecision Suspend(YearReview review, SuspendRule command, DateTimeOffset now)
    {
        var suspension = command.Suspension with { By = command.By.Name };
        if (Locked(review, "停用审核公式") is { } locked) return locked;
        if (YearLife.WrongText(suspension.Reason, "停用原因") is { } wrong) return YearLife.No(wrong);
        var until = suspension.To is { } to ? string.Create(CultureInfo.InvariantCulture, $"{to:yyyy-MM-dd}止") : "另行通知止";
        var why = string.Create(CultureInfo.InvariantCulture, $"{suspension.Rule}，{suspension.From:yyyy-MM-dd}起，{until}：{suspension.Reason}");
        return YearLife.Become(review, review, command, now, AuditEvent.RuleSuspended, why, new Clause.Suspended(suspension));
    }

    private static YearDecision Explain(YearReview review, ExplainRule command, DateTimeOffset now)
    {
        var explanation = command.Explanation with { By = command.By.Name, Text = command.Explanation.Text.Trim() };
        if (Locked(review, "作省级统一说明") is { } locked) return locked;
        if (explanation.Text.Length is > 0 and < 10) return YearLife.No("省级统一说明不少于10个字。");
        if (explanation.Text.Length > 0 && YearLife.WrongText(explanation.Text, "省级统一说明") is { } wrong) return YearLife.No(wrong);
        var what = explanation.Item is { } item ? $"{explanation.Rule} {item}" : explanation.Rule;
        var why = explanation.Text.Length == 0 ? $"{what}：收回说明" : $"{what}：{explanation.Text}";
        return YearLife.Become(review, review, command, now, AuditEvent.RuleExplained, why, new Clause.Explained(explanation));
    }

    private static YearDecision Budget(YearReview review, ApproveBudget command, DateTimeOffset now)
    {
        if (Locked(review, "登记批复预算") is { } locked) return locked;
        if (command.Amounts.Count == 0) return YearLife.No("请至少填写一个项目的批复数。");
        if (YearLife.WrongText(command.Basis, "批复文号") is { } wrong) return YearLife.No(wrong);
        var why = string.Create(CultureInfo.InvariantCulture, $"{command.Unit}，{command.Amounts.Count}项，{command.Basis.Trim()}");
        return YearLife.Become(
            review, review, command, now, AuditEvent.BudgetApproved, why,
            new Clause.Budget(command.Unit, command.Amounts, command.Basis.Trim()));
    }

    private static YearDecision Propose(int year, YearReview review, ProposeAdjustment command, DateTimeOffset now)
    {
        if (!command.By.Reviews) return YearLife.No("只有省级人员可以登记差额调整。");
        if (!review.IsLocked) return YearLife.No("尚未封账，请由单位更正报表；差额调整只在封账后使用。");
        var entry = command.Entry with { Basis = command.Entry.Basis.Trim() };
        if (entry.Amount == 0) return YearLife.No("调整金额不能为零。");
        if (YearLife.WrongText(entry.Basis, "依据文号") is { } wrong) return YearLife.No(wrong);
        var number = string.Create(CultureInfo.InvariantCulture, $"A-{year}-{command.Terms.Clauses.OfType<Clause.AdjustmentProposal>().Count() + 1:D3}");
        return YearLife.Become(
            review, review, command, now, AuditEvent.AdjustmentProposed, Say(number, entry),
            new Clause.AdjustmentProposal(number, command.By, entry));
    }

    private static YearDecision Approve(YearReview review, ApproveAdjustment command, DateTimeOffset now)
    {
        if (!command.By.Reviews) return YearLife.No("只有省级人员可以批准差额调整。");
        if (!review.IsLocked) return YearLife.No("本年度已解锁，差额调整不再适用，请由单位更正报表。");
        if (command.Terms.Adjustments.Any(a => a.Number == command.Number)) return YearLife.No($"调整单{command.Number}已经批准。");
        if (command.Terms.Proposals.FirstOrDefault(p => p.Number == command.Number) is not { } proposal)
            return YearLife.No($"没有调整单{command.Number}。");
        if (proposal.Author.Id == command.By.Id) return YearLife.No("登记人不能批准自己的调整单，请由另一人批准。");
        return YearLife.Become(
            review, review, command, now, AuditEvent.AdjustmentApproved, Say(command.Number, proposal.Entry),
            new Clause.AdjustmentApproval(command.Number, command.By));
    }

    private static YearDecision.Rejection? Locked(YearReview review, string what) =>
        review.IsLocked ? YearLife.No($"本年度已经封账，不能{what}。") : null;

    private static string Say(string number, AdjustmentEntry entry) => string.Create(
        CultureInfo.InvariantCulture, $"{number}：{entry.Unit} {entry.Item} {entry.Column} {entry.Amount:+0;-0}，{entry.Basis}");
}
