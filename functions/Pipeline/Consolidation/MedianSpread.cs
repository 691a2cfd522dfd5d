namespace Pipeline.Consolidation;

/// <summary>What is usual among some values, and how far from it they usually lie: neither is moved by a few values that are far off.</summary>
/// <param name="Median">The middle value; of an even number the mean of the two in the middle.</param>
/// <param name="Deviation">Median absolute deviation from it.</param>
internal sealed record MedianSpread(decimal Median, decimal Deviation)
{
    /// <param name="values">At least one.</param>
    public static MedianSpread Of(IEnumerable<decimal> values)
    {
        var all = values.ToList();
        var median = Middle(all);
        return new MedianSpread(median, Middle(all.Select(v => Math.Abs(v - median))));
    }

    /// <summary>Whether a value is farther off than so many deviations; none is where most values are the same.</summary>
    /// <param name="value">The value.</param>
    /// <param name="times">So many deviations.</param>
    /// <param name="floor">Part of the median that is never far: values that all but agree are not told apart by their last digits.</param>
    public bool IsFar(decimal value, decimal times, decimal floor = 0) =>
        Deviation != 0 && Math.Abs(value - Median) > Math.Max(times * Deviation, floor * Math.Abs(Median));

    private static decimal Middle(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
