using System.Text.RegularExpressions;
using Pipeline.Catalogue;

namespace Pipeline.Reports.Proof;

/// <summary>Where in a report a line stands, by the headings above it.</summary>
internal static partial class Sections
{
    private const int LongestHeading = 40;
    private const string Announced = "附件说明";

    /// <summary>The lines with their sections: <c>标题</c>, <c>二（一）2</c>, <c>附件说明</c>, <c>附件6</c>, <c>附录</c>.</summary>
    public static IEnumerable<PrintedLine> Mark(IEnumerable<PrintedLine> lines)
    {
        var (first, second, third, apart) = ("标题", "", "", "");
        foreach (var line in lines)
        {
            var text = line.Text.Trim();
            if (line.IsRow)
            {
                // A row's label may look like a heading.
            }
            else if (AnnexMark().Match(text) is { Success: true } annex)
            {
                apart = $"附件{annex.Groups[1].Value}";
            }
            else if (text == ComparisonAppendix.Mark)
            {
                apart = ComparisonAppendix.Mark;
            }
            else if (text.StartsWith("附件：", StringComparison.Ordinal))
            {
                apart = Announced;
            }
            else if (apart.Length == 0)
            {
                if (First().Match(text) is { Success: true } one && text.Length <= LongestHeading) (first, second, third) = (one.Groups[1].Value, "", "");
                else if (Second().Match(text) is { Success: true } two) (second, third) = (two.Value, "");
                else if (Third().Match(text) is { Success: true } three && text.Length <= LongestHeading) third = three.Groups[1].Value;
            }

            yield return line with { Section = apart.Length > 0 ? apart : first + second + third };
        }
    }

    /// <summary>附件6 above an annex.</summary>
    [GeneratedRegex(@"^附件\s*(\d+)$")]
    public static partial Regex AnnexMark();

    [GeneratedRegex("^([一二三四五六七八九十]+)、")]
    private static partial Regex First();

    [GeneratedRegex("^（[一二三四五六七八九十]+）")]
    private static partial Regex Second();

    [GeneratedRegex(@"^(\d+)[.．]")]
    private static partial Regex Third();
}
