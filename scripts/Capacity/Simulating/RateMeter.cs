namespace Capacity.Simulating;

/// <summary>The busiest second of something that is spread over time.</summary>
internal sealed class RateMeter
{
    private readonly Dictionary<long, double> seconds = [];

    public double Peak => seconds.Count == 0 ? 0 : seconds.Values.Max();

    /// <summary>So much, evenly from a moment on.</summary>
    public void Add(double start, double duration, double amount)
    {
        var end = start + Math.Max(duration, 1e-3);
        for (var second = (long)Math.Floor(start); second < end; second++)
        {
            var part = Math.Min(end, second + 1) - Math.Max(start, second);
            seconds[second] = seconds.GetValueOrDefault(second) + (amount * part / (end - start));
        }
    }
}
