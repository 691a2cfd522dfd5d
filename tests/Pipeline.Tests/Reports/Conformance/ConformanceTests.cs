using Pipeline.Catalogue;
using Pipeline.Reports;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Reports.Conformance;

/// <summary>The document read back and held against GB/T 9704-2012, fact by fact.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public void The_report_deviates_in_nothing() => Assert.Empty(Deviations(Catalogue2023.Value.Style));

    /// <summary>A check that cannot fail would prove nothing: each value of the profile, changed, is found out.</summary>
    [Theory]
    [MemberData(nameof(Changes))]
    public void A_changed_profile_is_found_out(string change, string deviation) =>
        Assert.Contains(Deviations(Changed(Catalogue2023.Value.Style, change)), d => d.Contains(deviation, StringComparison.Ordinal));

    public static TheoryData<string, string> Changes => new()
    {
        { "page.width", "not A4" },
        { "page.top", "天头" },
        { "page.left", "订口" },
        { "page.lines", "22 lines" },
        { "page.characters", "28 characters" },
        { "page.number", "7 mm below" },
        { "rule", "0.5 points" },
        { "latin", "Times New Roman" },
        { "Title.font", "2号 小标宋" },
        { "Title.size", "2号 小标宋" },
        { "Title.at", "2号 小标宋" },
        { "Level1.font", "一、 is not set in 黑体" },
        { "Level1.keep", "一、 can be parted" },
        { "Level2.font", "（一） is not set in 楷体_GB2312" },
        { "Level3.bold", "1. is bold" },
        { "Body.size", "text is not 3号" },
        { "Body.first", "text does not begin two characters in" },
        { "Body.line", "grid of 22 lines" },
        { "Attachment.first", "附件说明 does not begin" },
        { "Attachment.before", "one line below" },
        { "AttachmentNext.first", "do not align" },
        { "AnnexMark.left", "附件N is not" },
        { "AnnexTitle.before", "third line" },
        { "AnnexText.bold", "in a table is bold" },
        { "PageNumberOdd.at", "odd pages do not stand" },
        { "PageNumberEven.size", "even pages are not 4号" },
    };

    private static IReadOnlyList<string> Deviations(StyleProfile style)
    {
        using var document = new OfficialDocument(ReportDocument.Write(SampleReport.With(style)));
        return [.. PageFacts.Deviations(document), .. TextFacts.Deviations(document), .. AnnexFacts.Deviations(document)];
    }

    private static StyleProfile Changed(StyleProfile style, string change) => change switch
    {
        "page.width" => style with { Page = style.Page with { Width = 216 } },
        "page.top" => style with { Page = style.Page with { Top = 34 } },
        "page.left" => style with { Page = style.Page with { Left = 31 } },
        "page.lines" => style with { Page = style.Page with { Lines = 24 } },
        "page.characters" => style with { Page = style.Page with { Characters = 27 } },
        "page.number" => style with { Page = style.Page with { PageNumber = 20 } },
        "rule" => style with { TableRule = 1 },
        "latin" => style with { Latin = "Arial" },
        _ => style with { Styles = [.. style.Styles.Select(s => s.Role.ToString() == change.Split('.')[0] ? Changed(s, change.Split('.')[1]) : s)] },
    };

    private static TextStyle Changed(TextStyle style, string property) => property switch
    {
        "font" => style with { Font = "华文行楷" },
        "size" => style with { Points = 15 },
        "at" => style with { Position = style.Position == TextPosition.Left ? TextPosition.Right : TextPosition.Left },
        "keep" => style with { KeepNext = false },
        "bold" => style with { Bold = true },
        "first" => style with { FirstLine = style.FirstLine + 1 },
        "left" => style with { Left = 2 },
        "line" => style with { LinePoints = 26 },
        _ => style with { Before = style.Before + 12 },
    };
}
