namespace Pipeline.Review;

/// <summary>Where a unit's return of a year stands.</summary>
public enum ReturnStatus
{
    /// <summary>未报: nothing has arrived.</summary>
    None,

    /// <summary>机审不通过: what arrived was refused, and nothing is in force.</summary>
    Failed,

    /// <summary>待说明: in force, with questions the unit has not answered.</summary>
    Pending,

    /// <summary>已接收: in force, every question answered.</summary>
    Accepted,

    /// <summary>复核中: the province is looking at it; nothing may take its place.</summary>
    UnderReview,

    /// <summary>已审核: found right by the province.</summary>
    Approved,

    /// <summary>已退回: in force until the unit has answered the return ticket.</summary>
    Returned,

    /// <summary>已撤回: taken back by the unit; nothing is in force.</summary>
    Withdrawn,

    /// <summary>缺报: the deadline has passed and nothing is in force.</summary>
    Missing,

    /// <summary>已封账: part of a locked year.</summary>
    Locked,
}
