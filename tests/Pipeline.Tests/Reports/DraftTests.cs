using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Tests.Reports;

/// <summary>An incomplete report cannot be taken for the report.</summary>
public sealed class DraftTests
{
    [Fact]
    public void A_draft_begins_with_the_names_of_the_missing_units()
    {
        Assert.Equal("草稿：尚缺2个单位的报表（长沙市、张家界市），全省数据不完整，仅供核对，不得作为正式报告使用。", Report2023.Lines(Report2023.Without("430100", "430800"))[0]);
    }

    [Fact]
    public void A_draft_says_what_units_contradict_each_other_about()
    {
        var subject = Report2023.Subject();
        var finding = new Finding("R-T-01", Severity.Error, "", "", "", "上解不一致。", new Dictionary<string, string>());

        var lines = Report2023.Lines(subject with { Draft = true,
            Year = subject.Year with { Findings = [finding, finding with { Severity = Severity.Warning }] } });

        Assert.Equal(["草稿：仅供核对，不得作为正式报告使用。", "未通过的跨单位审核：上解不一致。", "2023年度湖南省社会保险服务中心整体支出绩效自评报告"], lines[..3]);
    }

    [Fact]
    public void Every_page_of_a_draft_says_so_and_no_page_of_a_report_does()
    {
        using var draft = Report2023.Open(Report2023.Without("430100"));
        using var report = Report2023.Open(Report2023.Subject());

        Assert.Equal(["草稿（缺报：长沙市）", "草稿（缺报：长沙市）"], draft.MainDocumentPart!.HeaderParts.Select(h => h.Header!.InnerText));
        Assert.All(draft.MainDocumentPart.Document!.Descendants<SectionProperties>(), s => Assert.Equal(2, s.Elements<HeaderReference>().Count()));
        Assert.Empty(report.MainDocumentPart!.HeaderParts);
        Assert.DoesNotContain("草稿", Report2023.Text(Report2023.Subject()), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_provincial_return_its_figures_are_dashes_and_nothing_is_said_to_be_无()
    {
        var lines = Report2023.Lines(Report2023.Without("430099"));

        Assert.Contains("2023年核定的基本支出全年预算—，本年基本支出实际支出—，基本支出结余—。", lines);
        Assert.Contains("全年三公决算—，2022年三公支出总额—，同比变动，变动额—。分项情况见下表。", lines);
        Assert.Contains("政府性基金预算支出—。", lines);
        Assert.Contains("合计\t—\t—\t—\t—", lines);
    }
}
