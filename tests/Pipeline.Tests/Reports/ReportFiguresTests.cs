using Pipeline.Tests.Catalogue;
using Pipeline.Tests.Golden;

namespace Pipeline.Tests.Reports;

/// <summary>The figures on the page are those of the real report, in its order.</summary>
public sealed class ReportFiguresTests
{
    [Theory]
    [InlineData("1986.39")]
    [InlineData("98.11")]
    [InlineData("38.15")]
    public void Figures_of_a_wrong_reading_of_2023_stand_nowhere(string wrong)
    {
        Assert.DoesNotContain(wrong, Report2023.Text(Report2023.Subject()), StringComparison.Ordinal);
    }

    [Fact]
    public void Pension_prints_no_opening_balance_and_work_injury_does()
    {
        var text = Report2023.Lines(Report2023.Subject());

        Assert.Contains("2023年度企保收支结余19.29亿元，企保期末滚存结余1794.32亿元。", text);
        Assert.Contains("2023年度工伤收支结余-3.94亿元，工伤期初结余83.37亿元，工伤期末滚存结余79.43亿元。", text);
    }

    [Fact]
    public void Capital_expenditure_of_the_basic_budget_is_printed_only_when_there_is_some()
    {
        var values = Golden2023.Values();
        values[("430099", "PV.BASIC.E4", "CUR")] = 5_000_000;

        Assert.Contains("对个人和家庭的补助114.48万元，资本性支出5万元。",
            Report2023.Text(Report2023.Subject(values, Catalogue2023.Value)), StringComparison.Ordinal);
        Assert.Contains("对个人和家庭的补助114.48万元。", Report2023.Text(Report2023.Subject()), StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_three_and_four_print_nothing_but_无_when_nothing_was_spent()
    {
        var values = Golden2023.Values();
        (values[("430099", "PV.GOVFUND.CUR", "CUR")], values[("430099", "PV.SOECAP.CUR", "CUR")]) = (0, 1_230_000);

        var lines = Report2023.Lines(Report2023.Subject(values, Catalogue2023.Value));

        Assert.Equal("无", lines[Array.IndexOf(lines, "三、政府性基金预算支出情况") + 1]);
        Assert.Equal("国有资本经营预算支出1.23万元。", lines[Array.IndexOf(lines, "四、国有资本经营预算支出情况") + 1]);
    }

    [Theory]
    [InlineData(530_000, "2022年三公支出总额0.53万元，同比增加，增加额0.52万元。")]
    [InlineData(1_051_200, "2022年三公支出总额1.05万元，两年持平，增加额0万元。")]
    [InlineData(2_000_000, "2022年三公支出总额2万元，同比减少，减少额0.95万元。")]
    public void The_word_agrees_with_the_direction_of_the_change(long lastYear, string printed)
    {
        var values = Golden2023.Values();
        values[("430099", "PV.SG.RECEPTION", "PY")] = lastYear;

        Assert.Contains(printed, Report2023.Text(Report2023.Subject(values, Catalogue2023.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_space_stands_between_digits_and_Chinese()
    {
        Assert.DoesNotMatch(@"[0-9%] +[\u4e00-\u9fff]|[\u4e00-\u9fff] +[0-9-]", Report2023.Text(Report2023.Subject()));
    }

    [Theory]
    [InlineData("附件6", "三、支出合计", "S5.E.A.EXP")]
    [InlineData("附件7", "三、支出合计", "S5.W.A.EXP")]
    [InlineData("附件7", "五、年末滚存结余", "S5.W.CLOSE")]
    public void An_annex_prints_the_totals_of_the_text(string annex, string row, string figure)
    {
        var lines = Report2023.Lines(Report2023.Subject());

        var cells = lines.SkipWhile(line => line != annex).First(line => line.StartsWith(row, StringComparison.Ordinal)).Split('\t');

        Assert.Equal(9, cells.Length);
        Assert.Equal(Golden2023.Figures.Single(f => f.Id == figure).Printed, cells[4]);
    }

    [Fact]
    public void The_list_of_annexes_names_the_annexes_that_follow()
    {
        var lines = Report2023.Lines(Report2023.Subject());
        var list = Array.FindIndex(lines, line => line.StartsWith("附件：", StringComparison.Ordinal));

        Assert.Equal(
            ["附件：1.部门整体支出绩效评价基础数据表", "2.部门整体支出绩效自评表", "3.项目支出绩效自评表", "4.城镇企业养老保险基金支出绩效自评表",
                "5.工伤保险基金支出绩效自评表", "6.城镇企业养老保险基金预算支出情况表", "7.工伤保险基金预算支出情况表"], lines[list..(list + 7)]);
        foreach (var annex in Catalogue2023.Value.Annexes)
            Assert.Equal(annex.Title, lines[Array.IndexOf(lines, $"附件{annex.Number}") + 1]);
    }
}
