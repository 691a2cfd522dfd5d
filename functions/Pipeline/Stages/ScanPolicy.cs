namespace Pipeline.Stages;

/// <summary>Whether uploads wait for the scan for malware.</summary>
/// <param name="Required">Nothing is opened that the scan has not found clean.</param>
public sealed record ScanPolicy(bool Required)
{
    /// <summary>How long a fresh upload is waited for; then a message asks again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Pause after the first look; each is twice the one before, up to <see cref="LongestPause"/>. A scan mostly takes a second or two.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Looks after the first.</summary>
    public const int FurtherLooks = 5;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(2);

    /// <summary>After so long without a verdict the sender is told that there is none. Operators hear of it earlier, by the alert on unanswered uploads.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromHours(1);

    /// <summary>When to look again at an upload of such an age: the look comes before half as much time again has gone by as the scan took (what the queue takes is beside it), and one that never comes takes some thirty messages.</summary>
    public static TimeSpan PauseAt(TimeSpan age) => TimeSpan.FromTicks(Math.Clamp(age.Ticks / 2, ShortestRest.Ticks, LongestRest.Ticks));
}
