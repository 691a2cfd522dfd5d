using Pipeline.Catalogue;
using Pipeline.Reports;
using Pipeline.Reports.Proof;
using Pipeline.Reports.Refresh;
using Pipeline.Returns;

namespace Pipeline.Tests.Reports.Proof;

/// <summary>The proof reads bytes: what was done to them after they were written is found.</summary>
public sealed class DocumentProofTests
{
    private static readonly ReportSubject Subject = ChangedReport.Subject();
    private static readonly byte[] Document = ReportDocument.Write(Subject);

    private static EditedDocument Edit => new(Document);

    [Fact]
    public void The_untouched_report_proves_itself() => Assert.Empty(Check(Edit));

    [Fact]
    public void A_digit_changed_in_one_control_is_found_three_times_over_with_its_sentence()
    {
        var findings = Check(Edit.Type("S5.E.A.I1", "1036.31亿元"));

        Assert.Equal(["R-G-02", "R-G-03"], findings.Select(f => f.Rule).Distinct());
        Assert.Contains(findings, f => f.Rule == "R-G-02" && f.Message.Contains("差0.1，", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Sheet == "五（一）" && f.Message.Contains("1036.31亿元", StringComparison.Ordinal) && FindingSentence.Of(f).Contains("保费收入1036.31亿元", StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_total_breaks_its_identities() =>
        Assert.Contains(Check(Edit.Type("S5.W.A.INC", "142.13亿元")), f => f is { Rule: "R-G-02", Sheet: "五（二）" } && FindingSentence.Of(f).StartsWith("工伤实际收入142.13亿元", StringComparison.Ordinal));

    [Fact]
    public void Text_and_table_that_differ_are_found() =>
        Assert.Contains(Check(Edit.Type("S2.T6.1", "1.06")), f => f.Rule == "R-G-03" && f.Message.Contains("合计·本年支出", StringComparison.Ordinal) && f.Sheet == "二（一）2");

    [Fact]
    public void An_annex_without_its_title_is_not_the_one_announced()
    {
        const string title = "工伤保险基金预算支出情况表";
        var finding = Assert.Single(Check(Edit.Edit(xml => xml.Remove(xml.LastIndexOf(title, StringComparison.Ordinal), title.Length))));

        Assert.Equal("R-G-07", finding.Rule);
        Assert.Contains(title, FindingSentence.Of(finding), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("同比增加，增加额", "同比减少，增加额")]
    [InlineData("同比增加，增加额", "同比增加，减少额")]
    [InlineData("同比增加，增加额", "两年持平，增加额")]
    [InlineData("两项任务均超额完成", "两项任务均未完成")]
    [InlineData("名上升到第", "名下降到第")]
    public void A_word_turned_round_is_found_with_its_sentence(string from, string to)
    {
        var finding = Assert.Single(Check(Edit.Replace(from, to)).DistinctBy(f => (f.Rule, FindingSentence.Of(f))), f => f.Rule == "R-G-04");

        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains(to, FindingSentence.Of(finding), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("全年走访企业1200家。", "1200")]
    [InlineData("另有１２．５亿元未到账。", "12.5")]
    [InlineData("合计1,544.39亿元。", "1,544.39")]
    public void A_number_typed_anywhere_in_the_text_is_asked_about(string typed, string number)
    {
        var finding = Assert.Single(Check(Edit.Replace("本年基本支出实际支出", typed + "本年基本支出实际支出")));

        Assert.Equal(("R-G-06", Severity.Warning, "二（一）1"), (finding.Rule, finding.Severity, finding.Sheet));
        Assert.Equal((number, typed.Length > 0), (finding.Values["值"], FindingSentence.Of(finding).Length > 0));
    }

    [Theory]
    [InlineData("自2023年12月1日至2024年3月31日，按湘人社发〔2023〕6号和GB/T 9704-2012执行，见附件1、表2，第3次会议通过。")]
    [InlineData("2021—2023年，（1）学法；（2）培训。")]
    public void Names_with_digits_in_them_are_no_numbers(string typed) =>
        Assert.Empty(Check(Edit.Replace("本年基本支出实际支出", typed + "本年基本支出实际支出")));

    [Fact]
    public void A_placeholder_left_in_the_text_is_found() =>
        Assert.Contains(Check(Edit.Replace("本年基本支出实际支出", "本年{{S2.99}}基本支出实际支出")), f => f.Rule == "R-G-01" && f.Values["图号"] == "{{S2.99}}" && FindingSentence.Of(f).Length > 0);

    [Fact]
    public void A_control_that_is_gone_is_found()
    {
        var edit = Edit;

        var findings = Check(edit.Replace(edit.ControlOf("S6.08"), ""));

        Assert.Equal(("R-G-01", "S6.08"), (Assert.Single(findings).Rule, findings[0].Values["图号"]));
    }

    [Fact]
    public void A_control_of_no_figure_is_found() =>
        Assert.Contains(Check(Edit.Replace("<w:tag w:val=\"S6.08\"", "<w:tag w:val=\"S6.99\"")), f => f.Rule == "R-G-01" && f.Values["图号"] == "S6.99");

    [Fact]
    public void A_report_is_proved_whatever_its_size_though_none_so_large_is_taken_from_outside()
    {
        var large = new EditedDocument(Document).Add("customXml/item9.xml", $"<cells>{new string(' ', 30_000_000)}</cells>");

        Assert.Empty(Check(large));
        Assert.Contains("过大", Assert.Throws<DocumentRefusedException>(() => ReportRefresh.Apply(large.Save(), Subject)).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> Check(EditedDocument document) => ReportProof.Check(Subject, document.Save(), null);
}
