using Pipeline.Catalogue;
using Pipeline.Reports;
using Pipeline.Reports.Proof;
using Pipeline.Returns;
using Pipeline.Tests.Catalogue;
using static Pipeline.Tests.Reports.ChangedReport;

namespace Pipeline.Tests.Reports;

public sealed class ReportProofTests
{
    [Fact]
    public void The_report_of_2023_is_proved_on_its_text() => Assert.Empty(Check(Subject()));

    [Fact]
    public void A_section_nobody_wrote_is_an_open_place() =>
        Assert.Contains("〔此处缺文字材料：S10文字材料 七〕", Only("R-G-01", Subject(line => line.Values["SECTION"] == "七" ? null : line)), StringComparison.Ordinal);

    [Fact]
    public void A_figure_without_its_data_is_an_open_place() => Assert.Contains(Check(Report2023.Without("430099")), f => f.Rule == "R-G-01");

    [Fact]
    public void A_sum_that_does_not_add_up_on_the_page_is_found_and_named() =>
        Assert.Contains("差0.01", Only("R-G-02", Printing("S5.W.A.I1", "48.51")), StringComparison.Ordinal);

    [Fact]
    public void A_decrease_printed_without_its_sign_is_no_broken_sum() =>
        Assert.Empty(Check(Subject(row: r => r.Item.StartsWith("PV.SG.", StringComparison.Ordinal) && r.Values.ContainsKey("PY")
            ? r with { Values = new Dictionary<string, long>(r.Values) { ["PY"] = r.Values["PY"] * 3 } } : r)));

    [Fact]
    public void The_same_amount_printed_differently_in_two_places_is_found() =>
        Assert.Contains("54.2", Only("R-G-03", Printing("S6.15", "54.2")), StringComparison.Ordinal);

    [Theory]
    [InlineData("全国排名从第{{S6.07.TO:number}}名上升到第{{S6.07.FROM:number}}名。", true)]
    [InlineData("全国排名从第{{S6.07.FROM:number}}名上升到第{{S6.07.TO:number}}名。", false)]
    [InlineData("同比减少额{{S2.16}}。", true)]
    [InlineData("同比增加额{{S2.16}}。", false)]
    [InlineData("参保率从{{S6.09.REMOTE}}上升到{{S6.09.OTHER}}。", true)]
    public void A_word_that_contradicts_its_numbers_is_found(string text, bool found) =>
        Assert.Equal(found, Check(Subject(Saying("八", text))).Any(f => f.Rule == "R-G-04"));

    [Fact]
    public void A_goal_said_to_be_surpassed_must_be()
    {
        var text = Saying("八", "参保人数{{S6.02}}，目标{{S6.04}}，超额完成。");
        var missed = Subject(text, row => row.Item == "PV.TARGET.EI" ? row with { Values = new Dictionary<string, long> { ["CUR"] = 99_000_000 } } : row);

        Assert.Contains(Check(missed), f => f.Rule == "R-G-04");
        Assert.Empty(Check(Subject(text)));
    }

    [Fact]
    public void A_report_of_anything_but_the_locked_snapshot_is_found()
    {
        var subject = Subject();

        Assert.Equal("R-G-05", Assert.Single(ReportProof.Check(subject, ReportDocument.Write(subject), "another")).Rule);
        Assert.Empty(ReportProof.Check(subject, ReportDocument.Write(subject), subject.Year.Snapshot.Id));
    }

    [Theory]
    [InlineData("全年走访企业1200家。", "1200")]
    [InlineData("认证率达到98.5%。", "98.5%")]
    [InlineData("自2023年12月1日起，按湘人社发〔2023〕12号执行，第3次会议通过。", null)]
    [InlineData("参保人数{{S6.02}}。", null)]
    public void A_number_typed_into_the_text_is_asked_about(string text, string? number)
    {
        var findings = Check(Subject(Saying("八", text))).Where(f => f.Rule == "R-G-06").ToList();

        Assert.Equal(number is null ? [] : [number], findings.Select(f => f.Values["值"]));
        Assert.All(findings, f => Assert.Equal(Severity.Warning, f.Severity));
    }

    [Fact]
    public void An_annex_that_is_not_the_one_announced_is_found()
    {
        var text = Catalogue2023.Value.ReportText.Replace("{{ annex.number }}.{{ annex.title }}", "{{ annex.number }}.某表", StringComparison.Ordinal);

        Assert.Contains(Check(Report2023.Worded(text)), f => f.Rule == "R-G-07");
    }

    private static string Only(string rule, ReportSubject subject) => Assert.Single(Check(subject), f => f.Rule == rule).Message;

    private static IReadOnlyList<Finding> Check(ReportSubject subject) => ReportProof.Check(subject, ReportDocument.Write(subject), null);
}
