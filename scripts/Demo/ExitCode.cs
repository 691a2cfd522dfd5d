namespace Demo;

/// <summary>What the demo's end means to a script.</summary>
internal static class ExitCode
{
    /// <summary>Report emitted, every return accepted.</summary>
    public const int Complete = 0;

    /// <summary>It could not be done.</summary>
    public const int Failure = 1;

    /// <summary>A return was refused or is missing; the report was emitted as a 草稿.</summary>
    public const int Incomplete = 2;
}
