namespace Pipeline.Stages;

/// <summary>Whether uploads wait for the scan for malware.</summary>
/// <param name="Required">Nothing is opened that the scan has not found clean.</param>
public sealed record ScanPolicy(bool Required)
{
    /// <summary>How long a fresh upload is waited for; then the sweep asks again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Pause after the first look; each is twice the one before, up to <see cref="LongestPause"/>. A scan mostly takes a second or two.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Looks after the first.</summary>
    public const int FurtherLooks = 5;

    /// <summary>After so long without a verdict the sender is told that there is none. Operators hear of it earlier, by the alert on unanswered uploads.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromHours(1);
}
