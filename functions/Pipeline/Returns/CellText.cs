using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Returns.Receipts;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>What a cell said before it was read: kept where it says more than the value does, <c>1234.5600000000001</c>, <c>１２３．４</c>,
/// <c>12,345.60</c>.</summary>
/// <remarks>Nearly every cell holds its value in the shortest digits, which is how Excel writes it. Such a text is not kept: it is made again when it
/// is asked for.</remarks>
internal static class CellText
{
    /// <summary>Characters that are kept; a longer text, of blanks or of zeros, ends with an ellipsis.</summary>
    public const int Longest = 100;

    /// <summary>No cell of the row said more than its value.</summary>
    public static IReadOnlyDictionary<string, string> NoneKept { get; } = new Dictionary<string, string>(0).AsReadOnly();

    /// <summary>The text to keep for a value; null when it is the plain one. A formula's text is the result that Excel left, empty when it left none.</summary>
    public static string? Kept(Cell? cell, long raw, Measure measure)
    {
        // Thousands of cells a return: the plain text is compared without being made.
        Span<char> plain = stackalloc char[32];
        var text = cell?.Text ?? "";
        return Value(raw, measure).TryFormat(plain, out var length, provider: CultureInfo.InvariantCulture) && plain[..length].SequenceEqual(text) ? null : Short(text);
    }

    /// <summary>The shortest digits of a value in workbook units: <c>12345.6</c>, <c>-3</c>.</summary>
    public static string Plain(long raw, Measure measure) => Value(raw, measure).ToString(CultureInfo.InvariantCulture);

    /// <summary>No longer than is kept.</summary>
    public static string Short(string text) => UploadedText.Cut(text, Longest);

    // A quotient of decimals has no zeros at its end.
    private static decimal Value(long raw, Measure measure) => (decimal)raw / measure.Scale();
}
