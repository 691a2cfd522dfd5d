using Pipeline.Reports.Wording;

namespace Pipeline.Tests.Reports;

/// <summary>标题分行: by sense groups, longer lines above shorter.</summary>
public sealed class TitleLinesTests
{
    private static readonly TitleLines Titles = new(["年度", "中心", "基金", "整体支出"]);

    [Theory]
    [InlineData("城镇企业养老保险基金预算支出情况表", "城镇企业养老保险基金预算支出情况表")]
    [InlineData("湖南省社会保险服务中心整体支出绩效自评报告", "湖南省社会保险服务中心|整体支出绩效自评报告")]
    [InlineData("2023年度湖南省社会保险服务中心整体支出绩效自评报告", "2023年度湖南省社会保险服务中心|整体支出绩效自评报告")]
    [InlineData("城镇企业养老保险基金与工伤保险基金支出绩效自评表", "城镇企业养老保险基金|与工伤保险基金支出绩效自评表")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三", "一二三四五六七八九十一二三四五六七八九十一二三")]
    public void A_title_is_broken_behind_a_sense_group_and_only_where_it_is_too_long(string title, string lines) =>
        Assert.Equal(lines, Text(Titles.Break([new Piece(title)], 20)));

    [Fact]
    public void A_break_that_is_given_stays_and_a_figure_is_not_torn()
    {
        var figure = new Piece("2023年度", "H01");

        Assert.Equal("甲|2023年度|乙中心丙丁", Text(Titles.Break([new Piece("甲"), Piece.LineBreak, figure, new Piece("乙中心丙丁")], 7)));
        Assert.Equal("中心2023年度", Text(Titles.Break([new Piece("中心2023年度", "H01")], 4)));
    }

    private static string Text(IEnumerable<Piece> pieces) => string.Concat(pieces.Select(p => p == Piece.LineBreak ? "|" : p.Text));
}
