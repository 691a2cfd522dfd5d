using Pipeline.Catalogue;

namespace Pipeline.Tests.Reports;

/// <summary>What 省本级 wrote is printed as it wrote it.</summary>
public sealed class NarrativeTests
{
    [Fact]
    public void Paragraphs_stand_in_their_section_in_the_order_of_their_numbers()
    {
        var lines = Report2023.Lines(Report2023.Subject(("七", "10", "第三段。"), ("八", "1", "别处。"), ("七", "9", "第二段。"), ("七", "1", "第一段。")));

        var heading = Array.IndexOf(lines, "七、存在的问题及原因分析");
        Assert.Equal(["第一段。", "第二段。", "第三段。", "八、下一步改进措施", "别处。"], lines[(heading + 1)..(heading + 6)]);
    }

    [Fact]
    public void Figures_take_the_place_of_their_ids()
    {
        var lines = Report2023.Lines(Report2023.Subject(("六（一）", "1",
            "（一）参保{{S6.02}}，合{{ S6.02:number }}个{{S6.02:unit}}；预算结余{{S5.W.BAL:size}}。")));

        Assert.Contains("（一）参保1733.58万人，合1733.58个万人；预算结余3.94亿元。", lines);
    }

    [Theory]
    [InlineData("{% assign x = 1 %}{{ year }}", "{% assign x = 1 %}〔无此图号：year〕")]
    [InlineData("*强调*与**加粗**", "*强调*与**加粗**")]
    [InlineData("# 不是标题", "# 不是标题")]
    [InlineData("1. 不是列表", "1. 不是列表")]
    [InlineData("<w:t>甲</w:t>&amp;[链](x)", "<w:t>甲</w:t>&amp;[链](x)")]
    [InlineData("::: attachments", "::: attachments")]
    [InlineData("甲\uF8F00\uF8F1乙", "甲\uF8F00\uF8F1乙")]
    public void Nothing_a_clerk_writes_is_read_as_a_language(string written, string printed)
    {
        Assert.Contains(printed, Report2023.Lines(Report2023.Subject(("九", "1", written))));
    }

    [Fact]
    public void Characters_that_no_document_can_hold_are_left_out()
    {
        Assert.Contains("甲乙𠮷丙", Report2023.Lines(Report2023.Subject(("九", "1", "甲\u0001乙𠮷" + (char)0xD800 + "丙"))));
    }

    [Fact]
    public void A_line_break_in_a_cell_begins_a_paragraph()
    {
        var lines = Report2023.Lines(Report2023.Subject(("八", "1", "　　一是甲。\r\n\r\n　　二是乙。")));

        var heading = Array.IndexOf(lines, "八、下一步改进措施");
        Assert.Equal(["一是甲。", "二是乙。"], lines[(heading + 1)..(heading + 3)]);
    }

    [Fact]
    public void A_section_nobody_wrote_says_so_and_section_ten_says_无()
    {
        var lines = Report2023.Lines(Report2023.Subject());

        Assert.Equal("〔此处缺文字材料：S10文字材料 七〕", lines[Array.IndexOf(lines, "七、存在的问题及原因分析") + 1]);
        Assert.Equal("无", lines[Array.IndexOf(lines, "十、其他需要说明的情况") + 1]);
        Assert.Equal(10, lines.Count(line => line.StartsWith("〔此处缺文字材料：", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_figure_the_clerk_misspelt_is_marked_where_it_stands()
    {
        var lines = Report2023.Lines(Report2023.Subject(("七", "1", "共{{S6.99}}与{{S6.02:sum}}。")));

        Assert.Contains("共〔无此图号：S6.99〕与〔无此图号：S6.02:sum〕。", lines);
    }

    [Theory]
    [InlineData("标题\n\n共{{S9.99}}。", "S9.99")]
    [InlineData("{% if figures[\"S9.98\"].raw == 0 %}无{% endif %}", "S9.98")]
    public void A_figure_the_template_misspelt_stops_the_report_and_is_named(string template, string figure)
    {
        var error = Assert.Throws<CatalogueException>(() => Report2023.Text(Report2023.Worded(template)));

        Assert.Contains(figure, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_that_a_report_has_no_use_for_is_refused()
    {
        var error = Assert.Throws<CatalogueException>(() => Report2023.Text(Report2023.Worded("正文。\n\n> 引文。")));

        Assert.Contains("QuoteBlock", error.Message, StringComparison.Ordinal);
    }
}
