using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Ledger;

/// <summary>Text that came from outside → a part of a table key or a blob name.</summary>
/// <remarks>Codes as they should be stay as they are. Anything else is escaped, never refused: an upload into a folder with an impossible
/// name is answered too.</remarks>
internal static class KeyText
{
    // A key may have 512 characters and is made of up to three parts; an escape takes five.
    private const int Longest = 90;

    /// <summary>Different texts never share a key.</summary>
    public static string Of(string text)
    {
        if (text.Length == 0)
            return "~";
        if (text.Length > Longest)
            return $"{Escape(text[..20])}~~{Sha256(text)[..32]}";
        return Escape(text);
    }

    /// <summary>A code of the catalogue as part of a key. It is read back from the key, so it must not need an escape.</summary>
    /// <exception cref="InvalidDataException">It does.</exception>
    public static string Code(string code) =>
        Of(code) == code ? code : throw new InvalidDataException($"The code '{code}' cannot be part of a table key.");

    /// <summary>64 lower-case hex digits.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Escape(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // A leading dot could make a folder named "..", which URLs do not keep.
            if (c != '.' ? Stays(c) : key.Length > 0)
                key.Append(c);
            else
                key.Append(CultureInfo.InvariantCulture, $"~{(int)c:X4}");
        }
        return key.ToString();
    }

    private static bool Stays(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || (c > '\u009F' && char.IsLetterOrDigit(c));
}
