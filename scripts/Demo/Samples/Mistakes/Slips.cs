using System.Globalization;

namespace Demo.Samples.Mistakes;

/// <summary>Slips of the finger in one amount.</summary>
internal static class Slips
{
    /// <summary>The first two neighbouring digits that differ, from the third on, change places.</summary>
    public static long Transpose(long amount)
    {
        var digits = Text(amount).ToCharArray();
        var at = Enumerable.Range(2, digits.Length - 3).First(i => digits[i] != digits[i + 1]);
        (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
        return Number(new string(digits));
    }

    /// <summary>The last digit before the decimals is not typed.</summary>
    public static long LoseDigit(long amount) => Number(Text(amount).Remove(Text(amount).Length - 3, 1));

    /// <summary>The third digit is typed twice.</summary>
    public static long DoubleDigit(long amount) => Number(Text(amount).Insert(2, Text(amount)[2].ToString()));

    /// <summary>In 万元 or 亿元 with two decimals, where 元 were asked for.</summary>
    public static long InUnitsOf(long units, long amount) => (long)Math.Round((decimal)amount / units, MidpointRounding.AwayFromZero);

    private static string Text(long amount) => amount.ToString(CultureInfo.InvariantCulture);

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
