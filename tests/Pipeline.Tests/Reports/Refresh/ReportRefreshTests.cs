using System.Text;
using Pipeline.Reports;
using Pipeline.Reports.Proof;
using Pipeline.Reports.Provenance;
using Pipeline.Reports.Refresh;
using Pipeline.Returns;

namespace Pipeline.Tests.Reports.Refresh;

public sealed class ReportRefreshTests
{
    private static readonly ReportSubject Before = ChangedReport.Subject();
    private static readonly byte[] Document = ReportDocument.Write(Before);

    /// <summary>省本级 researched seven topics, not five.</summary>
    private static readonly ReportSubject After = ChangedReport.Subject(row: row =>
        row.Item == "NP.TOPICS" ? row with { Values = new Dictionary<string, long> { ["CUR"] = 7 } } : row);

    private static EditedDocument Edit => new(Document);

    [Fact]
    public void An_unchanged_snapshot_leaves_the_text_as_it_is_to_the_byte()
    {
        var edited = Edited().Save();

        var refreshed = ReportRefresh.Apply(edited, Before);

        Assert.Empty(refreshed.Changes);
        Assert.Equal(new EditedDocument(edited).Bytes(EditedDocument.Main), new EditedDocument(refreshed.Document).Bytes(EditedDocument.Main));
    }

    [Fact]
    public void A_changed_snapshot_gives_the_list_of_what_changed_and_a_document_that_proves_itself()
    {
        var refreshed = ReportRefresh.Apply(Document, After);

        var change = Assert.Single(refreshed.Changes);
        Assert.Equal(("S6.08", "调研课题", "5个", "7个"), (change.Id, change.Label, change.From, change.To));
        Assert.Contains("调研课题7个", change.Sentence, StringComparison.Ordinal);
        Assert.Empty(refreshed.Findings);
        Assert.Empty(ReportProof.Check(After, refreshed.Document, null));
    }

    [Fact]
    public void Outside_the_controls_of_figures_an_edited_document_survives_byte_for_byte()
    {
        var edited = Edited().Save();

        var refreshed = ReportRefresh.Apply(edited, After).Document;

        Assert.Equal(EditedDocument.Blanked(edited, IsFigure), EditedDocument.Blanked(refreshed, IsFigure));
        var (before, after) = (EditedDocument.Parts(edited), EditedDocument.Parts(refreshed));
        Assert.Equal(before.Select(p => p.Name), after.Select(p => p.Name));
        Assert.All(before.Zip(after).Where(p => p.First.Name is not EditedDocument.Main), p =>
            Assert.Equal(Encoding.UTF8.GetString(p.First.Bytes).Contains(ProvenancePart.Namespace + "\"", StringComparison.Ordinal) && !p.First.Name.Contains("Props", StringComparison.Ordinal)
                ? ProvenancePart.Write(After) : p.First.Bytes, p.Second.Bytes));
    }

    [Fact]
    public void A_chart_that_shows_what_is_no_longer_so_is_named_and_left_as_it_is()
    {
        var changed = ChangedReport.Subject(row: row =>
            row.Item == "EI.INC.INT" ? row with { Values = new Dictionary<string, long>(row.Values) { ["CUR"] = row.Values["CUR"] + 5_000_000_000 } } : row);

        var refreshed = ReportRefresh.Apply(Document, changed);

        var named = Assert.Single(refreshed.Findings, f => f.Message.Contains("请从新生成的报告中复制该图", StringComparison.Ordinal));
        Assert.Contains("企业职工基本养老保险基金收入预算与决算", named.Message, StringComparison.Ordinal);
        Assert.All(new EditedDocument(Document).Charts, name => Assert.Equal(new EditedDocument(Document).Bytes(name), new EditedDocument(refreshed.Document).Bytes(name)));
    }

    [Fact]
    public void A_chart_that_staff_drew_or_painted_otherwise_is_no_concern_of_a_refresh()
    {
        var edit = Edit;
        var names = edit.Charts;
        edit.Edit(xml => xml.Replace("D9D9D9", "FF0000", StringComparison.Ordinal), names[0]);
        edit.Edit(xml => xml.Replace("'EI.EXP.TOTAL'!", "Sheet1!", StringComparison.Ordinal).Replace("<c:v>1", "<c:v>9", StringComparison.Ordinal), names[1]);

        Assert.Empty(ReportRefresh.Apply(edit.Save(), Before).Findings);
    }

    [Fact]
    public void Every_copy_of_a_control_is_refreshed_in_tables_insertions_boxes_and_headers()
    {
        var edit = Edit;
        var control = edit.ControlOf("S6.08");
        var box = $"<w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"wps\"><w:txbxContent><w:p>{control}</w:p></w:txbxContent></mc:Choice>"
            + $"<mc:Fallback><w:txbxContent><w:p>{control}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>";
        edit.Replace(control, $"{control}<w:ins w:id=\"900\" w:author=\"a\">{control}</w:ins>{box}");
        edit.Edit(xml => xml.Insert(xml.IndexOf("</w:p>", StringComparison.Ordinal), control), "word/footer1.xml");

        var refreshed = new EditedDocument(ReportRefresh.Apply(edit.Save(), After).Document);

        Assert.Equal(4, Count(refreshed.Text, ">7个<"));
        Assert.DoesNotContain(">5个<", refreshed.Text, StringComparison.Ordinal);
        Assert.Contains(">7个<", Encoding.UTF8.GetString(refreshed.Bytes("word/footer1.xml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_split_into_runs_keeps_the_look_of_its_first()
    {
        var edit = Edit.Edit(xml => xml.Replace(">5个</w:t></w:r>", "><![CDATA[5]]></w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>个</w:t></w:r>", StringComparison.Ordinal));

        var refreshed = ReportRefresh.Apply(edit.Save(), After);

        Assert.Equal("5个", Assert.Single(refreshed.Changes).From);
        Assert.Contains(">7个</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t></w:t></w:r>", new EditedDocument(refreshed.Document).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_that_was_typed_over_is_reported()
    {
        var change = Assert.Single(ReportRefresh.Apply(Edit.Type("S5.E.A.INC", "1600亿元").Save(), Before).Changes);

        Assert.Equal(("S5.E.A.INC", "1600亿元", "1544.39亿元"), (change.Id, change.From, change.To));
    }

    [Fact]
    public void A_control_of_no_figure_is_named_and_left()
    {
        var edited = Edit.Replace("<w:tag w:val=\"S6.08\"", "<w:tag w:val=\"S6.99\"").Save();

        var refreshed = ReportRefresh.Apply(edited, After);

        Assert.Contains(refreshed.Findings, f => f.Message.Contains("S6.99", StringComparison.Ordinal));
        Assert.Contains(">5个<", new EditedDocument(refreshed.Document).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_whose_control_was_deleted_is_reported()
    {
        var edit = Edit;
        var findings = ReportRefresh.Apply(edit.Replace(edit.ControlOf("S6.08"), "").Save(), After).Findings;

        Assert.Contains("S6.08 调研课题", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("企保实际收入达到1500.12亿元。", "R-G-03", "1544.39亿元")]
    [InlineData("企保实际收入约1544.4亿元。", "R-G-06", null)]
    [InlineData("其中工作组7个，调研5个。", "R-G-03", "由5个变动")]
    public void A_typed_number_is_held_against_the_data(string typed, string rule, string? says)
    {
        var edited = Edit.Replace("本年基本支出实际支出", typed + "本年基本支出实际支出").Save();

        var findings = ReportRefresh.Apply(edited, After).Findings;

        Assert.Contains(findings, f => f.Rule == rule && FindingSentence.Of(f).Contains(typed.TrimEnd('。'), StringComparison.Ordinal) && f.Message.Contains(says ?? "", StringComparison.Ordinal));
        Assert.Equal(says is not null, findings.Any(f => f.Rule == "R-G-03"));
    }

    [Fact]
    public void A_report_of_another_year_is_refused()
    {
        var part = EditedDocument.Parts(Document).Single(p => p.Name.StartsWith("customXml/item", StringComparison.Ordinal) && Encoding.UTF8.GetString(p.Bytes).Contains("<p:report", StringComparison.Ordinal)).Name;
        var edited = Edit.Edit(xml => xml.Replace("year=\"2023\"", "year=\"2022\"", StringComparison.Ordinal), part).Save();

        Assert.Contains("2022年度", Assert.Throws<DocumentRefusedException>(() => ReportRefresh.Apply(edited, Before)).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "不是 Word 文档", "hello"u8.ToArray() },
        { "不是 Word 文档", [] },
        { "不是 Word 文档", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]] },
        { "已损坏", Edit.Edit(xml => "<!DOCTYPE w [<!ENTITY a \"b\">]>" + xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..]).Save() },
        { "已损坏", Edit.Edit(xml => xml[..^20]).Save() },
        { "过大", Edit.Edit(xml => xml + new string(' ', 30_000_000)).Save() },
        { "宏", Edit.Edit(xml => xml.Replace("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal), "[Content_Types].xml").Save() },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void A_file_that_must_not_be_read_is_refused_in_plain_words(string says, byte[] file) =>
        Assert.Contains(says, Assert.Throws<DocumentRefusedException>(() => ReportRefresh.Apply(file, Before)).Message, StringComparison.Ordinal);

    /// <summary>What an afternoon in Word does to a report.</summary>
    private static EditedDocument Edited()
    {
        var edit = Edit;
        var control = edit.ControlOf("S6.08");
        return edit
            .Replace("本年基本支出实际支出", "按规定使用&amp;公开，\r\n本年基本支出实际支出")
            .Replace(control, $"{control}<w:r><w:t>（注）</w:t></w:r>{control}<!-- <w:sdt> -->")
            .Edit(xml => xml.Replace("</w:styles>", "<w:style w:type=\"paragraph\" w:styleId=\"x\"/></w:styles>", StringComparison.Ordinal), "word/styles.xml")
            .Add("word/comments.xml", "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment w:id=\"1\"/></w:comments>");
    }

    private static bool IsFigure(string id) => Before.Figures.Figures.ContainsKey(id);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
