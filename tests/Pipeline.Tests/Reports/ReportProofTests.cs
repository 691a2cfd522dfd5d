using Demo.Samples;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Reports;
using Pipeline.Reports.Proof;
using Pipeline.Returns;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Reports;

public sealed class ReportProofTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "2023");

    private static readonly Lazy<Snapshot> Sample = new(() => new Snapshot(2023, "sample", Catalogue2023.Value.Version,
    [
        .. SampleReturns.Make(Catalogue2023.Value, SampleValues.Read(Path.Combine(Folder, "values.csv"), Catalogue2023.Value), Folder).Returns
            .Select(r => new SnapshotUnit(r.Unit, new string('0', 64), $"{r.Unit}.xlsx", r)),
    ], []));

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

    /// <summary>The report of the sample returns, 省本级's lines and rows changed.</summary>
    private static ReportSubject Subject(Func<RegisterLine, RegisterLine?>? line = null, Func<ItemRow, ItemRow>? row = null)
    {
        var units = Sample.Value.Units.Select(u => u.Unit != "430099" ? u : u with
        {
            Return = u.Return with
            {
                Lines = [.. u.Return.Lines.Select(l => l.Form == "S10" && line is not null ? line(l) : l).OfType<RegisterLine>()],
                Items = [.. u.Return.Items.Select(row ?? (r => r))],
            },
        });
        var year = Province.Consolidate(Catalogue2023.Value, Sample.Value with { Units = [.. units] });
        return new ReportSubject(Catalogue2023.Value, year, FigurePrinter.Print(Catalogue2023.Value, year), Draft: false);
    }

    /// <summary>A section that says something else.</summary>
    private static Func<RegisterLine, RegisterLine> Saying(string section, string text) => line =>
        line.Values["SECTION"] == section ? line with { Values = new Dictionary<string, string>(line.Values) { ["TEXT"] = text } } : line;

    /// <summary>The report with one figure printed as something else.</summary>
    private static ReportSubject Printing(string id, string text)
    {
        var subject = Subject();
        var figures = new Dictionary<string, PrintedFigure>(subject.Figures.Figures);
        figures[id] = figures[id] with { Text = text };
        return subject with { Figures = subject.Figures with { Figures = figures } };
    }

    private static string Only(string rule, ReportSubject subject) => Assert.Single(Check(subject), f => f.Rule == rule).Message;

    private static IReadOnlyList<Finding> Check(ReportSubject subject) => ReportProof.Check(subject, ReportDocument.Write(subject), null);
}
