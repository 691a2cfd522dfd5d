using System.Text;

namespace Pipeline.Returns.Receipts;

/// <summary>Text that somebody else wrote, made fit for a workbook that a third person opens: it can neither run nor break the file.</summary>
internal static class UploadedText
{
    /// <summary>What Excel holds in a cell, in characters.</summary>
    public const int MaxLength = 32_767;

    private const char Guard = '\'';
    private const char Unprintable = '\uFFFD';

    // Full-width signs too: Excel folds them when it opens a CSV file under a Chinese or Japanese system.
    private const string Triggers = "=+-@＝＋－＠";

    /// <summary>
    /// The text with line ends made one, characters that cannot be printed replaced, an apostrophe before what a spreadsheet would take for a formula,
    /// here or after an export to CSV, and no longer than a cell can be.
    /// </summary>
    public static string Safe(string text)
    {
        var clean = Clean(text);
        return Cut(Triggers.Contains(FirstVisible(text, clean)) ? Guard + clean : clean, MaxLength);
    }

    /// <summary>As <see cref="Safe"/> on one line, for a name or an address.</summary>
    public static string SafeLine(string text) => Safe(text.ReplaceLineEndings(" "));

    /// <summary>At most so many characters, the last an ellipsis when something is left out; a pair of surrogates is never split.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        var kept = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..kept] + "…";
    }

    // A tab or a carriage return in front is dropped or kept by one program or another: either way what follows is first.
    private static char FirstVisible(string text, string clean)
    {
        if (text.Length > 0 && text[0] is '\t' or '\r') return Triggers[0];
        foreach (var c in clean)
        {
            if (!char.IsWhiteSpace(c) && c != Unprintable && c != '\u200B' && c != '\uFEFF') return c;
        }

        return default;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\r') clean.Append(at + 1 < text.Length && text[at + 1] == '\n' ? "" : "\n");
            else if (c == '\t') clean.Append(' ');
            else if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) clean.Append(c).Append(text[++at]);
            else clean.Append(c != '\n' && IsUnprintable(c) ? Unprintable : c);
        }

        return clean.ToString();
    }

    // Marks that turn the direction of writing are among them: with them a file name can pretend to be another.
    private static bool IsUnprintable(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
