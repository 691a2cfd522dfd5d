using System.Globalization;
using System.Text;

namespace Pipeline.Workbooks;

/// <summary>Office writes characters that XML cannot hold as <c>_x000D_</c>, and a literal underscore before such a run as <c>_x005F_</c>.</summary>
internal static class EscapedText
{
    private const int Length = 7;

    public static string Decode(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
            return new string(text);
        var decoded = new StringBuilder(text.Length);
        while (at >= 0)
        {
            decoded.Append(text[..at]);
            text = text[at..];
            if (IsEscape(text, out var character))
            {
                decoded.Append(character);
                text = text[Length..];
            }
            else
            {
                decoded.Append(text[0]);
                text = text[1..];
            }

            at = text.IndexOf("_x", StringComparison.Ordinal);
        }

        return decoded.Append(text).ToString();
    }

    public static string Encode(string text)
    {
        if (!NeedsEscape(text))
            return text;
        var encoded = new StringBuilder(text.Length + Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '_' && IsEscape(text.AsSpan(at), out _))
                encoded.Append("_x005F_");
            else if (IsUnwritable(text, at))
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else
                encoded.Append(c);
        }

        return encoded.ToString();
    }

    private static bool NeedsEscape(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsUnwritable(text, at) || (text[at] == '_' && IsEscape(text.AsSpan(at), out _)))
                return true;
        }

        return false;
    }

    private static bool IsUnwritable(string text, int at)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c))
            return at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]);
        if (char.IsLowSurrogate(c))
            return at == 0 || !char.IsHighSurrogate(text[at - 1]);
        return c is (< ' ' and not ('\t' or '\n')) or '\uFFFE' or '\uFFFF';
    }

    private static bool IsEscape(ReadOnlySpan<char> text, out char character)
    {
        character = default;
        if (text.Length < Length || text[0] != '_' || text[1] != 'x' || text[6] != '_' ||
            !ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return false;
        character = (char)code;
        return true;
    }
}
