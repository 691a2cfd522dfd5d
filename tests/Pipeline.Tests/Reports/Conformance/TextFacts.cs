using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Reports.Wording;

namespace Pipeline.Tests.Reports.Conformance;

/// <summary>GB/T 9704-2012: title, levels, text and the numbers in it.</summary>
internal static partial class TextFacts
{
    private const string Numerals = "一二三四五六七八九十";

    public static IEnumerable<string> Deviations(OfficialDocument document)
    {
        var lines = document.Sections[0].Lines.Where(l => l.Text.Length > 0 && !l.Text.StartsWith("附件：", StringComparison.Ordinal)).ToList();
        var first = lines.FindIndex(l => Level1().IsMatch(l.Text));
        return Title(lines[..first]).Concat(lines[first..].TakeWhile(l => l.Look.Hanging == 0).SelectMany(Line)).Concat(Order(lines)).Concat(Letters(document)).Distinct();
    }

    private static IEnumerable<string> Title(List<OfficialLine> lines)
    {
        if (lines.Count != 1) yield return "the text does not begin with one title";
        if (lines[0].Look is not { Font: "方正小标宋简体", Latin: "Times New Roman", Points: 22, Bold: false, Position: "center", FirstLine: 0 }) yield return "the title is not 2号 小标宋 in the centre";
        // 版心 156 mm ÷ 22 points.
        if (lines[0].Text.Split('\n').Any(l => TitleLines.Width(l) > 20)) yield return "a line of the title is too long";
        if (lines[0].Text != "2023年度湖南省社会保险服务中心\n整体支出绩效自评报告") yield return "the title is not broken behind its sense";
    }

    private static IEnumerable<string> Line(OfficialLine line)
    {
        var (name, font) = Level1().IsMatch(line.Text) ? ("一、", "黑体")
            : Level2().IsMatch(line.Text) ? ("（一）", "楷体_GB2312")
            : Level3().IsMatch(line.Text) ? ("1.", "仿宋_GB2312")
            : line.Look.Position == "right" ? ("单位", "仿宋_GB2312") : ("text", "仿宋_GB2312");
        if (line.Look.Font != font || line.Look.Latin != "Times New Roman") yield return $"{name} is not set in {font} with Times New Roman";
        if (line.Look.Bold) yield return $"{name} is bold";
        if (line.Look.Coloured) yield return $"{name} is not black";
        if (name == "单位") yield break;
        if (line.Look.Points != 16) yield return $"{name} is not 3号";
        if (line.Look.FirstLine != 200 || line.Look.Left != 0) yield return $"{name} does not begin two characters in";
        if (line.Look.Position != "both") yield return $"{name} does not fill its lines";
        if (!line.Look.Exact || line.Look.Line * 22 is < 636 or > 637.8m) yield return $"{name} does not stand on the grid of 22 lines";
        if (name != "text" && !line.Look.KeepNext) yield return $"{name} can be parted from its text";
    }

    private static IEnumerable<string> Order(List<OfficialLine> lines)
    {
        var chapters = string.Concat(lines.Where(l => Level1().IsMatch(l.Text)).Select(l => l.Text[0]));
        if (chapters != Numerals) yield return $"the chapters are numbered {chapters}";
        if (lines.Any(l => OldLevel3().IsMatch(l.Text))) yield return "level 3 is numbered 1、";
    }

    private static IEnumerable<string> Letters(OfficialDocument document)
    {
        foreach (var line in document.Lines.Concat(document.Cells))
        {
            if (FullWidthDigit().IsMatch(line.Text)) yield return "digits are full-width";
            if (SpacedDigit().IsMatch(line.Text)) yield return "there is a space between digits and Chinese";
            if (line.Text.Contains('"') || line.Text.Contains('\'')) yield return "quotation marks are half-width";
            if (line.Look.SpacesDigits) yield return "digits are set apart from Chinese";
        }

        if (document.Main.Document!.Descendants<RunProperties>().Any(p => p.GetFirstChild<RunFonts>() is not null || p.GetFirstChild<FontSize>() is not null || p.GetFirstChild<Bold>() is not null))
            yield return "a run has a look of its own";
        if (document.Main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().EastAsia?.Value != "zh-CN") yield return "the language is not Chinese";
    }

    [GeneratedRegex("^[一二三四五六七八九十]+、")]
    private static partial Regex Level1();

    // A heading of level 2 is no sentence; text may begin with （一） too.
    [GeneratedRegex("^（[一二三四五六七八九十]+）[^。]*$")]
    private static partial Regex Level2();

    [GeneratedRegex(@"^[0-9]+\.[^。0-9][^。]*$")]
    private static partial Regex Level3();

    [GeneratedRegex("^[0-9]+、")]
    private static partial Regex OldLevel3();

    [GeneratedRegex("[０-９]")]
    private static partial Regex FullWidthDigit();

    [GeneratedRegex(@"[0-9%] +\p{IsCJKUnifiedIdeographs}|\p{IsCJKUnifiedIdeographs} +[0-9]")]
    private static partial Regex SpacedDigit();
}
