using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Reports.Word;

/// <summary>The fonts of a document, each with what to take where it is not installed.</summary>
internal static class FontTable
{
    private static readonly Dictionary<string, string> Alternatives = new()
    {
        ["仿宋_GB2312"] = "仿宋", ["楷体_GB2312"] = "楷体", ["黑体"] = "SimHei", ["方正小标宋简体"] = "宋体", ["宋体"] = "SimSun",
    };

    public static Fonts Of(StyleProfile profile)
    {
        var names = profile.Styles.Select(s => s.Font).Prepend(profile.BodyFont).Append(profile.Latin).Distinct();
        return new Fonts(names.Select(name => Alternatives.TryGetValue(name, out var alternative)
            ? new Font(new AltName { Val = alternative }) { Name = name }
            : new Font { Name = name }));
    }
}
