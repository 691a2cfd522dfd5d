using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Reports;
using Pipeline.Reports.Proof;
using Pipeline.Tests.Catalogue;
using Pipeline.Tests.Golden;
using Charts = DocumentFormat.OpenXml.Drawing.Charts;

namespace Pipeline.Tests.Reports;

/// <summary>附录: charts and the table of the units say what the rest of the report says, and nothing of units that are missing.</summary>
public sealed class ComparisonTests
{
    private const string Growth = "EI.PREM.GROWTH";

    private static readonly string[] Prefectures = [.. Catalogue2023.Value.ReportingUnits.Where(u => u.Kind == UnitKind.Prefecture).Select(u => u.Code)];

    [Theory]
    [InlineData(0, 6, "EI.INC.PREM EI.INC.INT EI.INC.SUBS EI.INC.INVEST EI.INC.OTHER EI.INC.TRANSIN EI.INC.FROMUPPER EI.INC.FROMLOWER")]
    [InlineData(1, 6, "EI.EXP.PENSION EI.EXP.FUNERAL EI.EXP.OTHER EI.EXP.TRANSOUT EI.EXP.TOLOWER EI.EXP.TOUPPER")]
    [InlineData(2, 7, "WI.INC.PREM WI.INC.INT WI.INC.SUBS WI.INC.OTHER WI.INC.FROMUPPER WI.INC.FROMLOWER")]
    [InlineData(3, 7, "WI.EXP.BENEFIT WI.EXP.ASSESS WI.EXP.PREVENT WI.EXP.OTHER WI.EXP.TOLOWER WI.EXP.TOUPPER")]
    public void A_chart_of_budget_and_actual_shows_what_the_annex_prints(int chart, int annex, string items)
    {
        using var document = Report2023.Open(SampleReport.Subject);
        var printed = document.MainDocumentPart!.Document!.Descendants<SdtRun>()
            .DistinctBy(c => Tag(c)).ToDictionary(Tag, c => c.InnerText);

        var series = Parts(document)[chart].ChartSpace!.Descendants<Charts.BarChartSeries>().ToList();

        Assert.Equal(["调整后预算数", "决算数"], series.SelectMany(s => Cache(s.GetFirstChild<Charts.SeriesText>()!)));
        List<string> Printed(string column) => [.. items.Split(' ').Select(item => printed[$"A{annex}.{item}.{column}"])];
        Assert.Equal(Printed("B1"), Cache(series[0].GetFirstChild<Charts.Values>()!));
        Assert.Equal(Printed("CUR"), Cache(series[1].GetFirstChild<Charts.Values>()!));
    }

    [Theory]
    [InlineData(4, "EI.PREM", "EI.PENSION")]
    [InlineData(5, "WI.PREM", "WI.BENEFIT")]
    public void Shares_are_figures_of_the_report_and_make_up_a_whole(int chart, params string[] ids)
    {
        using var document = Report2023.Open(SampleReport.Subject);
        var series = Parts(document)[chart].ChartSpace!.Descendants<Charts.BarChartSeries>().ToList();

        foreach (var (id, bars) in ids.Zip(series))
        {
            var names = Cache(bars.GetFirstChild<Charts.CategoryAxisData>()!);
            var texts = names.Select(name => SampleReport.Subject.Figures.Figures[$"C.{id}.SHARE.{Catalogue2023.Value.Units.Single(u => u.Name == name).Code}"].Text);
            Assert.Equal(15, names.Count);
            Assert.Equal(texts, Cache(bars.GetFirstChild<Charts.Values>()!).Select(v => v + "%"));
            Assert.InRange(Cache(bars.GetFirstChild<Charts.Values>()!).Sum(Number), 99.9m, 100.1m);
        }
    }

    [Fact]
    public void Bars_begin_at_zero_and_no_workbook_stands_behind_them()
    {
        using var document = Report2023.Open(SampleReport.Subject);

        Assert.Equal(6, Parts(document).Count);
        Assert.All(Parts(document), part => Assert.Equal(0, part.ChartSpace!.Descendants<Charts.ValueAxis>().Single().Scaling!.MinAxisValue!.Val!.Value));
        Assert.All(Parts(document), part => Assert.Empty(part.Parts));
        Assert.All(Parts(document), part => Assert.Empty(part.ChartSpace!.Elements<Charts.ExternalData>()));
        Assert.Empty(document.MainDocumentPart!.ImageParts);
    }

    [Fact]
    public void A_chart_is_headed_by_what_it_says()
    {
        using var document = Report2023.Open(SampleReport.Subject);

        string Heading(int chart) => Parts(document)[chart].ChartSpace!.Descendants<Charts.Title>().Single().InnerText;
        Assert.Equal("企业职工基本养老保险基金收入预算与决算：决算为预算的106.28%（亿元）", Heading(0));
        Assert.Equal("企业职工基本养老保险各单位所占比重：均为长沙市最高（%）", Heading(4));
    }

    [Fact]
    public void Who_cannot_see_a_chart_is_told_what_it_says()
    {
        using var document = Report2023.Open(SampleReport.Subject);
        var told = document.MainDocumentPart!.Document!.Descendants<DocProperties>().Select(p => p.Description!.Value!).ToList();

        Assert.Equal(6, told.Count);
        Assert.All(told, sentence => Assert.Equal(sentence.Length - 1, sentence.IndexOf('。', StringComparison.Ordinal)));
        Assert.Equal(
            "企业职工基本养老保险基金收入预算与决算：合计决算数1544.39亿元，调整后预算数1453.17亿元，决算为预算的106.28%，"
            + "其中与预算相差最大的是基本养老保险费收入，决算数1036.21亿元，预算数960.78亿元。", told[0]);
        Assert.Equal("企业职工基本养老保险各单位所占比重：保费收入占比最高的是长沙市，为18.22%；待遇支出占比最高的是长沙市，为19.51%。", told[4]);
    }

    [Fact]
    public void Switched_off_there_is_no_page_no_chart_and_no_figure()
    {
        var catalogue = Catalogue2023.Value;
        var subject = Report2023.Subject(Golden2023.Values(), catalogue with { Comparison = catalogue.Comparison with { Enabled = false } });
        using var document = Report2023.Open(subject);

        Assert.Empty(document.MainDocumentPart!.ChartParts);
        Assert.Empty(document.MainDocumentPart.Document!.Descendants<Drawing>());
        Assert.DoesNotContain("附录", Report2023.Text(subject), StringComparison.Ordinal);
        Assert.DoesNotContain(subject.Figures.Figures.Keys, id => id.StartsWith("C.", StringComparison.Ordinal));
    }

    /// <summary>Growth of 1 % to 13 % and once 50 %: median 7.5, median deviation 3.5, so that 10.5 is not yet far.</summary>
    [Fact]
    public void A_unit_far_from_the_median_is_marked_with_its_distance()
    {
        var values = Golden2023.Values();
        foreach (var (index, unit) in Prefectures.Index()) Grow(values, unit, index == 13 ? 50 : index + 1);
        Grow(values, "430099", 18);

        var subject = Report2023.Subject(values, Catalogue2023.Value);
        var lines = Report2023.Lines(subject).SkipWhile(l => l != "附录").ToList();

        Assert.Equal("7.5%", subject.Figures.Figures[$"C.{Growth}.MEDIAN"].Text);
        Assert.Equal("-6.5", subject.Figures.Figures[$"C.{Growth}.430100.DEV"].Text);
        Assert.Equal("3.5", subject.Figures.Figures[$"C.{Growth}.MAD"].Text);
        Assert.Equal([$"C.{Growth}.433100.DEV"], Far(subject).Where(id => id.Contains(Growth, StringComparison.Ordinal)));
        Assert.Contains("\t50%\t42.5＊\t", lines.Single(l => l.StartsWith("湘西", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("\t18%\t10.5\t", lines.Single(l => l.StartsWith("省本级", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("\t7.5%\t3.5\t", lines.Single(l => l.StartsWith("市州中位数", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("绝对偏差中位数，＊表示偏差超过它的3倍", lines[^2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 3, 1, 2 }, 2.0, 1.0)]
    [InlineData(new[] { 4, 1, 2, 9 }, 3.0, 1.5)]
    [InlineData(new[] { 5 }, 5.0, 0.0)]
    public void The_spread_of_a_few_numbers_is_that_computed_by_hand(int[] values, double median, double deviation) =>
        Assert.Equal(new MedianSpread((decimal)median, (decimal)deviation), MedianSpread.Of(values.Select(v => (decimal)v)));

    [Fact]
    public void Too_few_units_say_nothing_of_what_is_usual()
    {
        var subject = Report2023.Without(Prefectures[4..]);

        Assert.NotEqual(FigurePrinter.Missing, subject.Figures.Figures["C.EI.INC.RATE.MEDIAN"].Text);
        Assert.Empty(Far(subject));
    }

    [Fact]
    public void Every_number_of_a_unit_leads_to_its_cells_and_a_distance_to_those_of_the_others_too()
    {
        var figures = SampleReport.Subject.Figures.Figures;

        Assert.Equal([("430100", "S01企保收支表", "EI.INC.PREM", "CUR"), ("430100", "S01企保收支表", "EI.INC.PREM", "PY")],
            figures[$"C.{Growth}.430100"].Contributions.Select(c => (c.Unit, c.Sheet, c.Item, c.Column)));
        Assert.Equal(Prefectures, figures[$"C.{Growth}.430099.DEV"].Contributions.Select(c => c.Unit).Distinct().Where(u => u != "430099"));
        Assert.Equal(16, figures["C.EI.PREM.SHARE.430100"].Contributions.Count);
    }

    [Fact]
    public void A_unit_that_is_missing_is_left_out_and_named()
    {
        var subject = Report2023.Without("430100");
        using var document = Report2023.Open(subject);
        var names = Cache(Parts(document)[4].ChartSpace!.Descendants<Charts.CategoryAxisData>().First());
        var lines = Report2023.Lines(subject).SkipWhile(l => l != "附录").ToList();

        Assert.Equal(14, names.Count);
        Assert.DoesNotContain("长沙市", names);
        Assert.DoesNotContain(lines, l => l.StartsWith("长沙市\t", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(l => l.EndsWith("未含缺报单位：长沙市。", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_draft_of_nearly_nothing_is_still_a_document()
    {
        foreach (var missing in new[] { Prefectures, [.. Prefectures, "430099"], ["430099"] })
        {
            using var document = Report2023.Open(Report2023.Without(missing));
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        }
    }

    [Fact]
    public void The_numbers_of_the_appendix_are_bound_and_prove_themselves()
    {
        var document = ReportDocument.Write(SampleReport.Subject);
        var printed = PrintedReport.Read(SampleReport.Subject, document, null);

        Assert.DoesNotContain(ReportProof.Check(SampleReport.Subject, document, null), f => f.Sheet == "附录");
        Assert.Equal(160, printed.Figures.Count(f => f.Line.Section == "附录"));
    }

    [Theory]
    [InlineData("enabled: true", "enabled: yes", "true or false")]
    [InlineData("enabled: true\n", "", "\"enabled\" is missing")]
    [InlineData("total: EI.INC.TOTAL", "total: EI.INC.NONE", "no item EI.INC.NONE")]
    [InlineData("annex: 6, total: EI.INC.TOTAL", "annex: 7, total: EI.INC.TOTAL", "no figure A7.EI.INC.PREM.B1")]
    [InlineData("total: EI.INC.TOTAL", "total: EI.INC.PREM", "adds up nothing")]
    [InlineData("value: EI.INC.PREM@CUR }", "value: EI.INC.PREM@NOW }", "no column NOW")]
    [InlineData("id: EI.EXP.RATE", "id: EI.INC.RATE", "written twice")]
    [InlineData("[EI.INC.SUB@CUR, EI.INC.SUB@B1]", "[EI.INC.SUB@CUR]", "two operands")]
    [InlineData("times: 3,", "times: 0,", "above zero")]
    [InlineData("caption: 企保收入执行率", "titel: 企保收入执行率", "\"titel\" is not known here")]
    public void A_mistake_in_the_catalogue_is_named_with_its_file(string right, string wrong, string said)
    {
        var files = Catalogue2023.Files();
        var text = files["comparison.yaml"].ReplaceLineEndings("\n");
        Assert.Contains(right, text, StringComparison.Ordinal);
        files["comparison.yaml"] = text.Replace(right, wrong, StringComparison.Ordinal);

        var mistake = Assert.Throws<CatalogueException>(() => CatalogueReader.Read(files, "test"));

        Assert.Equal("comparison.yaml", mistake.File);
        Assert.Contains(said, mistake.Message, StringComparison.Ordinal);
    }

    /// <summary>保费 of 100 元 last year and so many per cent more this year.</summary>
    private static void Grow(Dictionary<(string Unit, string Item, string Column), long> values, string unit, int percent) =>
        (values[(unit, "EI.INC.PREM", "PY")], values[(unit, "EI.INC.PREM", "CUR")]) = (10_000, 10_000 + (100 * percent));

    private static IEnumerable<string> Far(ReportSubject subject) =>
        subject.Figures.Figures.Values.Where(f => f.Text.EndsWith('＊')).Select(f => f.Id);

    private static List<ChartPart> Parts(WordprocessingDocument document) => [.. document.MainDocumentPart!.Document!
        .Descendants<Charts.ChartReference>().Select(r => (ChartPart)document.MainDocumentPart.GetPartById(r.Id!))];

    private static List<string> Cache(DocumentFormat.OpenXml.OpenXmlElement data) =>
        [.. data.Descendants<Charts.NumericValue>().Select(v => v.Text)];

    private static string Tag(SdtRun control) => control.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!;

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
