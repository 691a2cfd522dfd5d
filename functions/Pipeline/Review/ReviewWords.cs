namespace Pipeline.Review;

/// <summary>The Chinese words of the life of a return, in one place.</summary>
public static class ReviewWords
{
    /// <summary>What a status is called.</summary>
    public static string Name(this ReturnStatus status) => status switch
    {
        ReturnStatus.None => "未报",
        ReturnStatus.Failed => "机审不通过",
        ReturnStatus.Pending => "待说明",
        ReturnStatus.Accepted => "已接收",
        ReturnStatus.UnderReview => "复核中",
        ReturnStatus.Approved => "已审核",
        ReturnStatus.Returned => "已退回",
        ReturnStatus.Withdrawn => "已撤回",
        ReturnStatus.Missing => "缺报",
        ReturnStatus.Locked => "已封账",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What an event is called.</summary>
    public static string Name(this AuditEvent what) => what switch
    {
        AuditEvent.Received => "接收",
        AuditEvent.Replaced => "替换",
        AuditEvent.Refused => "机审不通过",
        AuditEvent.Withdrawn => "撤回",
        AuditEvent.ReviewBegun => "开始复核",
        AuditEvent.Returned => "退回",
        AuditEvent.Approved => "审核通过",
        AuditEvent.Missing => "缺报",
        AuditEvent.Locked => "封账",
        AuditEvent.UnlockRequested => "申请解锁",
        AuditEvent.UnlockDeclined => "不同意解锁",
        AuditEvent.Unlocked => "解锁",
        AuditEvent.RuleSuspended => "停用审核公式",
        AuditEvent.RuleExplained => "省级统一说明",
        AuditEvent.BudgetApproved => "登记批复预算",
        AuditEvent.AdjustmentProposed => "登记差额调整",
        AuditEvent.AdjustmentApproved => "批准差额调整",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    /// <summary>What a role is called.</summary>
    public static string Name(this PersonRole role) => role switch
    {
        PersonRole.Preparer => "市州填报人",
        PersonRole.Reviewer => "省级审核人",
        PersonRole.Director => "省级负责人",
        PersonRole.Pipeline => "机审",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
