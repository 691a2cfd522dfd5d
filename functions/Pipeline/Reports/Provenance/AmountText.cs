using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Catalogue;

namespace Pipeline.Reports.Provenance;

/// <summary>Amounts as people type them, <c>1,000万元</c>, <c>-0.5亿元</c>, <c>300人</c> → raw, exact or not at all.</summary>
public static partial class AmountText
{
    /// <summary>What is wrong with it, Chinese; null when it was read.</summary>
    /// <param name="text">As typed; without a unit 元, or heads.</param>
    /// <param name="measure">What the item counts.</param>
    /// <param name="raw">分, or heads.</param>
    public static string? TryRead(string text, Measure measure, out long raw)
    {
        raw = 0;
        if (Pattern().Match(text.Trim()) is not { Success: true } match) return $"“{text}”不是金额，请写成 1000万元、-0.5亿元 或 1234.56 这样。";
        var isMoney = match.Groups["unit"].Value == "元";
        if (match.Groups["unit"].Length > 0 && isMoney == (measure == Measure.Count)) return measure == Measure.Count ? "该项目按数量填报，不是金额。" : "该项目按金额填报，请以元、万元或亿元为单位。";
        var scale = match.Groups["scale"].Value switch { "万" => 10_000m, "亿" => 100_000_000m, _ => 1m };
        if (!decimal.TryParse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > 10_000_000_000_000m) return "数值过大。";
        var exact = number * scale * measure.Scale();
        if (exact != decimal.Truncate(exact)) return measure == Measure.Count ? "应为整数。" : "最多精确到分。";
        if (exact > 1_000_000_000_000_000m) return "数值过大。";
        raw = (long)exact * (match.Groups["sign"].Value is "-" or "−" or "－" ? -1 : 1);
        return null;
    }

    [GeneratedRegex(@"^(?<sign>[-+−－＋]?)(?<number>(\d{1,3}(,\d{3})+|\d+)(\.\d+)?)(?<scale>[万亿]?)(?<unit>元|人|户|家|个|条|名)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
