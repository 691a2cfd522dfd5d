namespace Pipeline.Reports.Word.Charts;

/// <summary>A scale in round steps that holds zero and leaves room for the number behind the longest bar.</summary>
/// <param name="Least">Where it begins: zero, unless a number is below.</param>
/// <param name="Most">Where it ends.</param>
/// <param name="Step">From line to line.</param>
internal sealed record ChartScale(decimal Least, decimal Most, decimal Step)
{
    private const int Lines = 6;
    private const decimal Room = 0.1m;
    private static readonly decimal[] Round = [1, 2, 5, 10];

    /// <summary>The scale for some numbers.</summary>
    public static ChartScale Of(IEnumerable<decimal> numbers)
    {
        var (least, most) = (0m, 0m);
        foreach (var number in numbers) (least, most) = (Math.Min(least, number), Math.Max(most, number));
        var length = most - least;
        if (length == 0) return new ChartScale(0, 1, 1);
        if (most > 0) most += length * Room;
        if (least < 0) least -= length * Room;
        var power = 0.01m;
        while (power * 10 * Lines <= most - least) power *= 10;
        var step = Round.Select(r => r * power).First(s => s * Lines >= most - least || s == 10 * power);
        return new ChartScale(Math.Floor(least / step) * step, Math.Ceiling(most / step) * step, step);
    }
}
