using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Returns.Scoring;

/// <summary>指标值 or 完成值 as clerks write it: <c>≥1680万人</c>, <c>≤3万元</c>, <c>96.87%</c>.</summary>
/// <param name="Operator">≥, ≤, =; empty when none is written.</param>
/// <param name="Number">As written, before its scale.</param>
/// <param name="Decimals">Decimals written.</param>
/// <param name="Scale">万 is 10,000, 亿 100,000,000, otherwise 1.</param>
/// <param name="Unit">What follows, <c>人</c>, <c>%</c>, or empty.</param>
internal sealed partial record IndicatorValue(string Operator, decimal Number, int Decimals, decimal Scale, string Unit)
{
    // The point counts; what is finer was not measured, and no decimal rounds beyond 28.
    private const int MostDecimals = 10;

    /// <summary>≤: less is better.</summary>
    public bool IsCeiling => Operator == "≤";

    /// <summary>What it amounts to.</summary>
    public decimal Amount => Number * Scale;

    /// <summary>The value of a text; null for words.</summary>
    public static IndicatorValue? Parse(string? text)
    {
        var match = Pattern().Match(text?.Trim() ?? "");
        if (!match.Success || match.Groups[3].Length > MostDecimals
            || !decimal.TryParse(match.Groups[2].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) || AmountReader.IsBeyondBounds(number)) return null;
        var scale = match.Groups[4].Value switch { "万" => 10_000m, "亿" => 100_000_000m, _ => 1m };
        var sign = match.Groups[1].Value switch { ">=" => "≥", "<=" => "≤", "＝" => "=", var s => s };
        return new IndicatorValue(sign, number, Math.Max(match.Groups[3].Length - 1, 0), scale, match.Groups[5].Value.Trim().Replace('％', '%'));
    }

    [GeneratedRegex(@"^(≥|≤|>=|<=|=|＝)?\s*(-?[\d,]+(\.\d+)?)\s*(万|亿)?([^\d]*)$")]
    private static partial Regex Pattern();
}
