using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Pipeline.Catalogue;
using Pipeline.Reports.Provenance;
using Pipeline.Reports.Word;
using Pipeline.Reports.Wording;
using Pipeline.Tests.Catalogue;
using Pipeline.Tests.Reports.Conformance;

namespace Pipeline.Tests.Reports;

/// <summary>Annexes upright and on their side in any order.</summary>
public sealed class SectionTests
{
    [Theory]
    [InlineData("")]
    [InlineData("u")]
    [InlineData("s")]
    [InlineData("uusus")]
    [InlineData("suuss")]
    public void Every_annex_begins_a_page_of_its_own_orientation(string annexes)
    {
        var docx = Write([new Section(Landscape: false, [new Paragraph(TextRole.Body, "正文。")]), .. annexes.Select((a, i) => Annex(i + 1, a == 's'))]);

        using var document = new OfficialDocument(docx);
        Assert.Equal([false, .. annexes.Select(a => a == 's')], document.Sections.Select(s => s.Landscape));
        Assert.Equal(annexes.Select((_, i) => $"附件{i + 1}"), document.Sections.Skip(1).Select(s => s.Lines[0].Text));
        Assert.Empty(PageFacts.Deviations(document));
    }

    [Fact]
    public void Word_finds_nothing_wrong_with_a_mixture()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Write([Annex(1, true), Annex(2, false), Annex(3, true)])), false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
    }

    [Fact]
    public void A_table_of_an_annex_is_as_wide_as_its_page_and_never_leaves_a_row_alone()
    {
        using var document = new OfficialDocument(Write([Annex(1, false), Annex(2, true)]));

        Assert.Equal(["8845", "12756"], document.Sections.Select(s => s.Tables[0].Descendants<DocumentFormat.OpenXml.Wordprocessing.TableWidth>().First().Width!.Value));
        var rows = document.Sections[1].Tables[0].Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Skip(1);
        var tied = rows.Select(r => r.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().All(p => document.Read(p).Look.KeepNext)).ToList();
        Assert.Equal([true, true, .. Enumerable.Repeat(false, 35), true, true, false], tied);
    }

    private static Section Annex(int number, bool landscape) => new(landscape,
    [
        new Paragraph(TextRole.AnnexMark, $"附件{number}"), new Paragraph(TextRole.AnnexTitle, "某表"), new Paragraph(TextRole.UnitLine, "单位：亿元"),
        new Table([new TableColumn(2, CellPosition.Left), new TableColumn(1, CellPosition.Right)], [Row("项目", "金额")],
            [.. Enumerable.Range(1, 40).Select(i => Row($"第{i}项", "0"))], TextRole.AnnexText),
    ]);

    private static TableRow Row(params string[] cells) => new([.. cells.Select(TableCell.Of)]);

    private static byte[] Write(IReadOnlyList<Section> sections)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            new PackageWriter(package, Catalogue2023.Value.Style, new FigureControls(SampleReport.Subject.Figures)).Write(sections, null);
        return stream.ToArray();
    }
}
