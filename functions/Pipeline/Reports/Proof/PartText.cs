using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Reports.Proof;

/// <summary>The characters of an XML part, and how they are written as bytes.</summary>
/// <param name="Xml">Without the mark of the encoding.</param>
/// <param name="Encoding">How they are written.</param>
/// <param name="Mark">The mark of the encoding, as it stood in front; may be empty.</param>
internal sealed partial record PartText(string Xml, Encoding Encoding, byte[] Mark)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads bytes that are UTF-8 or UTF-16.</summary>
    /// <exception cref="InvalidDataException">They say that they are something else.</exception>
    /// <exception cref="DecoderFallbackException">They are not what they say.</exception>
    public static PartText Of(byte[] bytes)
    {
        var (encoding, mark) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ((Encoding)Utf8, 3),
            [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), 2),
            [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), 2),
            _ => (Utf8, 0),
        };
        var xml = encoding.GetString(bytes, mark, bytes.Length - mark);
        // Bytes that are UTF-8 by chance under another name would be read as other words than Word reads.
        if (encoding == Utf8 && Declared().Match(xml) is { Success: true } declared && !declared.Groups[1].Value.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException($"The part is written in {declared.Groups[1].Value}.");
        return new PartText(xml, encoding, bytes[..mark]);
    }

    /// <summary>Characters as bytes, written as the part's own were.</summary>
    public byte[] Encode(string xml) => [.. Mark, .. Encoding.GetBytes(xml)];

    [GeneratedRegex(@"^<\?xml[^>]*?encoding\s*=\s*[""']([^""']+)")]
    private static partial Regex Declared();
}
