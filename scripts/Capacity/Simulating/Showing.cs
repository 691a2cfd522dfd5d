namespace Capacity.Simulating;

/// <summary>When a request to consolidate is shown to the function that works on it.</summary>
/// <param name="Name">How it is printed.</param>
/// <param name="Delay">Seconds after it was sent.</param>
/// <param name="Gather">Requests are shown together, at the next full multiple of so many seconds; 0 for each by itself.</param>
internal sealed record Showing(string Name, double Delay, double Gather)
{
    /// <summary>As it is built.</summary>
    public static Showing AtOnce { get; } = new("at once", 0, 0);

    /// <summary>What could be built instead.</summary>
    public static Showing Gathered { get; } = new("those of a minute shown together", 0, 60);

    public double At(double sent) => Gather > 0 ? Math.Ceiling(sent / Gather) * Gather : sent + Delay;
}
