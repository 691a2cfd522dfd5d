using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>A cell → an exact raw amount, or findings that say why not.</summary>
[Judges("R-F-08")]
[Judges("R-F-11")]
[Judges("R-F-12")]
[Judges("R-F-13")]
[Judges("R-F-15")]
internal static partial class AmountReader
{
    // Excel keeps 15 digits: 10^13 元 with two decimals is the largest amount it holds to the 分.
    private const decimal Limit = 10_000_000_000_000m;

    // A double's own error, in 分: anything larger was typed.
    private const decimal Noise = 0.0001m;

    /// <summary>The raw amount of a filled cell; null when there is none, with the reason among the findings.</summary>
    public static long? Read(Cell cell, Measure measure, Place place, FindingList findings) => cell.Kind switch
    {
        CellKind.Number => Exact(cell.Number, cell.Text, measure, place, findings),
        CellKind.Text => FromText(cell.Text, measure, place, findings),
        CellKind.Date => Refuse($"日期 {cell.Text}", place, findings),
        _ => Refuse(cell.Text, place, findings),
    };

    /// <summary>A raw amount as the clerk writes it: <c>1,234.50</c>.</summary>
    public static string Print(long raw, Measure measure) =>
        Print((decimal)raw / measure.Scale(), measure);

    /// <summary>A value in workbook units as the clerk writes it.</summary>
    public static string Print(decimal value, Measure measure) =>
        value.ToString(measure == Measure.Count ? "#,##0.##" : "#,##0.00##", CultureInfo.InvariantCulture);

    /// <summary>Whether a number is larger than any amount can be.</summary>
    public static bool IsBeyondBounds(decimal value) => Math.Abs(value) >= Limit;

    private static long? FromText(string text, Measure measure, Place place, FindingList findings)
    {
        var plain = Fold(text).Trim();
        if (!TypedNumber().IsMatch(plain)
            || !decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            return Refuse(text, place, findings, plain.Any(char.IsAsciiDigit) ? new Cause(CauseKind.TextNumber, "数字中夹有文字、空格或位置不对的逗号") : null);
        var raw = Exact(value, plain, measure, place, findings);
        if (raw is not null) findings.Add("R-F-13", place, ("原文", text), ("值", Print(value, measure)));
        return raw;
    }

    // Full-width digits and signs as a Chinese keyboard gives them. Not Normalize(FormKC): without ICU that leaves them as they are.
    private static string Fold(string text) => string.Create(text.Length, text, (folded, from) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = from[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' and var wide => (char)(wide - 0xFEE0),
                '\u2212' => '-',
                var other => other,
            };
        }
    });

    private static long? Exact(decimal? number, string text, Measure measure, Place place, FindingList findings)
    {
        if (number is not { } value || IsBeyondBounds(value))
        {
            findings.Add("R-F-15", place, ("值", text));
            return null;
        }

        var raw = Math.Round(value * measure.Scale(), MidpointRounding.AwayFromZero);
        var exact = measure == Measure.Rate || Math.Abs(value * measure.Scale() - raw) <= Noise;
        if (measure == Measure.Count && (!exact || value < 0))
        {
            findings.Add("R-F-12", place, ("指标", place.Label), ("值", Print(value, Measure.Money)));
            return null;
        }

        if (!exact)
        {
            findings.Add("R-F-11", place, ("值", value.ToString(CultureInfo.InvariantCulture)));
            return null;
        }

        return (long)raw;
    }

    private static long? Refuse(string text, Place place, FindingList findings, Cause? cause = null)
    {
        findings.Add("R-F-08", place, cause, ("值", text), ("应为", "数字"));
        return null;
    }

    // The thousands comma must group by three: 12,34 could be either of two amounts.
    [GeneratedRegex(@"^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$")]
    private static partial Regex TypedNumber();
}
