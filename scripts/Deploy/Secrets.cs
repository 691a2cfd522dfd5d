using System.Text.RegularExpressions;

namespace Deploy;

/// <summary>What may stand in the answers of tools and must not stand in a log.</summary>
internal static partial class Secrets
{
    /// <summary>The text without signatures of links, keys and tokens.</summary>
    public static string Hide(string text) => Signed().Replace(text, "$1…");

    [GeneratedRegex(@"(\b(?:sig|code|AccountKey)=|\bBearer )[^&\s""']+", RegexOptions.IgnoreCase)]
    private static partial Regex Signed();
}
