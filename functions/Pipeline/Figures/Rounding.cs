using System.Globalization;

namespace Pipeline.Figures;

/// <summary>How the report writes a number: 四舍五入 to two decimals, trailing zeros trimmed, no thousands separator.</summary>
internal static class Rounding
{
    /// <summary>What stands where a percentage has no base to be a percentage of.</summary>
    public const string NoBase = "—";

    /// <summary>Hundredths of the unit of <paramref name="exact"/>, half away from zero.</summary>
    public static long Hundredths(decimal exact) => decimal.ToInt64(decimal.Round(exact * 100m, 0, MidpointRounding.AwayFromZero));

    /// <summary>The amount as printed: <c>42.5</c>, <c>405</c>, <c>-3.94</c>, never <c>-0</c>.</summary>
    public static string Print(decimal exact) => Write(decimal.Round(exact, 2, MidpointRounding.AwayFromZero));

    /// <summary>The same for an amount already in hundredths of its unit, as the <see cref="TailBalancer"/> hands it over.</summary>
    public static string PrintHundredths(long hundredths) => Write(hundredths / 100m);

    /// <summary><paramref name="part"/> as a percentage of <paramref name="whole"/>, both exact and in the same unit (分, not 万元).</summary>
    /// <returns><c>98.34%</c>; over a zero base <c>0</c> for nothing and <c>—</c> for something, as in the 三公 table.</returns>
    /// <remarks>Exact for Int64 amounts: 28 digits cannot carry such a quotient across a rounding boundary.</remarks>
    public static string Percent(decimal part, decimal whole) => (part, whole) switch
    {
        (0m, 0m) => "0",
        (_, 0m) => NoBase,
        _ => Print(part * 100m / whole) + "%",
    };

    /// <summary>增减率: the change against last year as a percentage of last year's absolute amount.</summary>
    public static string Growth(decimal current, decimal previous) => Percent(current - previous, Math.Abs(previous));

    // A negative amount that rounds away keeps its sign bit in decimal and would print "-0".
    private static string Write(decimal rounded) => rounded == 0m ? "0" : rounded.ToString("0.##", CultureInfo.InvariantCulture);
}
