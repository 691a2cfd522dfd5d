namespace Pipeline.Stages;

/// <summary>How one unit stands.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">未报, 机审不通过, 待说明, 已接收, 复核中, 已审核, 已退回, 已撤回, 缺报 or 已封账; with （有更正退回） when the newest upload was refused but an
/// older one is in force.</param>
/// <param name="InForce">SHA-256 of the submission in force; null when there is none.</param>
/// <param name="Latest">The answer to its newest upload; null when it has none.</param>
public sealed record UnitState(string Unit, string Name, string State, string? InForce, LatestUpload? Latest)
{
    /// <summary>版本号 of the submission in force, or of the one taken back; 0 before the first.</summary>
    public int Version { get; init; }

    /// <summary>迟报: it came after the deadline.</summary>
    public bool Late { get; init; }

    /// <summary>Number of the return ticket that waits for an answer.</summary>
    public string? Ticket { get; init; }

    /// <summary>Rules whose questions are not explained.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];
}
