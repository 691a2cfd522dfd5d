using System.Globalization;

namespace Pipeline.Rules.Causes;

/// <summary>An amount as the keys that type it, without sign.</summary>
internal static class DigitText
{
    /// <summary>No more decimals than needed: <c>1234.5</c>.</summary>
    public static string Of(decimal value) => Math.Abs(value).ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>Always with two decimals: <c>1234.50</c>.</summary>
    public static string InFen(decimal value) => Math.Abs(value).ToString("0.00", CultureInfo.InvariantCulture);

    public static int Count(string text) => text.Count(char.IsAsciiDigit);
}
