namespace Pipeline.Stages;

/// <summary>How one unit stands.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">未报, 缺报, 退回, 已接收, or 已接收（有更正退回） when the newest upload was refused but an older one is in force.</param>
/// <param name="InForce">SHA-256 of the submission in force; null when there is none.</param>
/// <param name="Latest">The answer to its newest upload; null when it has none.</param>
public sealed record UnitState(string Unit, string Name, string State, string? InForce, LatestUpload? Latest);
