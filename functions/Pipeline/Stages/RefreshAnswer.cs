using Pipeline.Reports.Refresh;

namespace Pipeline.Stages;

/// <summary>An edited report as it was refreshed, or why it was not.</summary>
/// <param name="Report">The refreshed report.</param>
/// <param name="Reason">Chinese; null beside a report.</param>
/// <param name="IsRefused">The document is at fault, and not that there are no data for it.</param>
public sealed record RefreshAnswer(RefreshedReport? Report, string? Reason, bool IsRefused = false);
