namespace Pipeline.Review;

/// <summary>What happened to a return or to its year.</summary>
public enum AuditEvent
{
    /// <summary>接收: an upload is in force.</summary>
    Received,

    /// <summary>替换: an upload has taken the place of the one in force.</summary>
    Replaced,

    /// <summary>机审不通过: an upload was refused; what was in force stays.</summary>
    Refused,

    /// <summary>撤回.</summary>
    Withdrawn,

    /// <summary>开始复核.</summary>
    ReviewBegun,

    /// <summary>退回.</summary>
    Returned,

    /// <summary>审核通过.</summary>
    Approved,

    /// <summary>缺报.</summary>
    Missing,

    /// <summary>封账.</summary>
    Locked,

    /// <summary>申请解锁: one of two has asked.</summary>
    UnlockRequested,

    /// <summary>不同意解锁.</summary>
    UnlockDeclined,

    /// <summary>解锁: the second has agreed.</summary>
    Unlocked,

    /// <summary>停用审核公式.</summary>
    RuleSuspended,

    /// <summary>省级统一说明.</summary>
    RuleExplained,

    /// <summary>登记批复预算.</summary>
    BudgetApproved,

    /// <summary>登记差额调整: one of two has written it.</summary>
    AdjustmentProposed,

    /// <summary>批准差额调整: the second has agreed.</summary>
    AdjustmentApproved,
}
