using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>A number read from the way it was printed, so that a receipt shows it as a number and can add it up.</summary>
/// <param name="Value">Its value; a percentage as a fraction.</param>
/// <param name="Format">The format that shows it as it was printed.</param>
internal sealed partial record PrintedNumber(decimal Value, string Format)
{
    // Excel keeps no more.
    private const int MaxDigits = 15;

    /// <summary>The number; null for what is no number, or more than Excel holds exactly. Separators must group by three, as they are printed.</summary>
    public static PrintedNumber? Of(string? text)
    {
        if (text is null || Pattern().Match(text) is not { Success: true } match || text.Count(char.IsAsciiDigit) > MaxDigits) return null;
        var percent = match.Groups["percent"].Success;
        var number = percent ? text[..^1] : text;
        if (!decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)) return null;
        var decimals = match.Groups["decimals"].Length;
        var format = (percent ? "0" : "#,##0") + (decimals > 0 ? "." + new string('0', decimals) : "") + (percent ? "%" : "");
        return new PrintedNumber(percent ? value / 100 : value, format);
    }

    /// <summary>The number in a cell.</summary>
    public CellDraft Cell(int column) => CellDraft.OfNumber(column, Value, ReceiptStyles.Amount with { NumberFormat = Format });

    /// <summary>What must be added to <paramref name="other"/> to come to this; null where the two are not of a kind.</summary>
    public PrintedNumber? Minus(PrintedNumber other)
    {
        if (Format.EndsWith('%') != other.Format.EndsWith('%')) return null;
        var difference = Value - other.Value;
        var digits = Math.Abs(difference).ToString("0.############################", CultureInfo.InvariantCulture).Count(char.IsAsciiDigit);
        return digits > MaxDigits ? null : new PrintedNumber(difference, Format.Length >= other.Format.Length ? Format : other.Format);
    }

    [GeneratedRegex(@"^-?(0|[1-9]\d*|[1-9]\d{0,2}(,\d{3})+)(\.(?<decimals>\d{1,6}))?(?<percent>%)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
