using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Reports;
using Pipeline.Reports.Wording;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;

namespace Pipeline.Tests.Reports;

/// <summary>每个数字都是内容控件: a figure can be asked where it comes from without leaving Word.</summary>
public sealed class FigureControlTests
{
    [Fact]
    public void Every_printed_figure_is_a_control_in_the_order_of_the_page_and_every_control_is_a_figure()
    {
        var meant = ReportDocument.Compose(SampleReport.Subject).SelectMany(Pieces).Where(p => p.Figure is not null && p.Text.Length > 0).ToList();

        using var document = Open();
        var controls = Controls(document);

        Assert.True(meant.Count > 350);
        Assert.Equal(meant.Select(p => (p.Figure!, p.Text)), controls.Select(c => (Tag(c), c.InnerText)));
        Assert.Contains(controls, c => c.Ancestors<TableCell>().Any());
    }

    [Fact]
    public void A_control_says_what_the_document_itself_knows_of_its_figure()
    {
        using var document = Open();
        var (store, xml, names) = Provenance(document);

        foreach (var control in Controls(document))
        {
            var binding = control.SdtProperties!.GetFirstChild<DataBinding>()!;
            Assert.Equal((store, "xmlns:p='urn:fund-report:provenance:1'"), (binding.StoreItemId!.Value, binding.PrefixMappings!.Value));
            Assert.Equal(control.InnerText, xml.SelectSingleNode(binding.XPath!.Value!, names)!.Value);
            var figure = SampleReport.Subject.Figures.Figures[Tag(control)];
            Assert.Equal(figure.Label, control.SdtProperties.GetFirstChild<SdtAlias>()!.Val!.Value);
        }
    }

    [Fact]
    public void Controls_are_numbered_through_and_cannot_be_typed_over()
    {
        using var document = Open();
        var controls = Controls(document);

        Assert.Equal(Enumerable.Range(1, controls.Count), controls.Select(c => c.SdtProperties!.GetFirstChild<SdtId>()!.Val!.Value));
        Assert.All(controls, c => Assert.Equal(LockingValues.ContentLocked, c.SdtProperties!.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.Lock>()!.Val!.Value));
        Assert.All(controls, c => Assert.NotNull(c.SdtProperties!.GetFirstChild<SdtContentText>()));
    }

    [Theory]
    [InlineData("S5.W.BAL", "full", "-3.94亿元")]
    [InlineData("S5.W.BAL:number", "number", "-3.94")]
    [InlineData("S5.W.BAL:unit", "unit", "亿元")]
    [InlineData("S5.W.BAL:size", "size", "3.94亿元")]
    public void A_control_is_bound_to_the_part_of_the_figure_it_prints(string placeholder, string part, string printed)
    {
        using var document = Report2023.Open(Report2023.Subject(("七", "1", $"工伤{{{{{placeholder}}}}}。")));

        var control = Controls(document).Last(c => Tag(c) == "S5.W.BAL" && c.Parent is Paragraph { InnerText: var text } && text.StartsWith("工伤", StringComparison.Ordinal));

        Assert.Equal($"/p:report[1]/p:figures[1]/p:figure[@id='S5.W.BAL']/@{part}", control.SdtProperties!.GetFirstChild<DataBinding>()!.XPath!.Value);
        Assert.Equal(printed, control.InnerText);
    }

    [Fact]
    public void A_figure_the_template_emphasises_keeps_its_emphasis_when_Word_writes_it_anew()
    {
        using var document = Report2023.Open(Report2023.Worded("## 一、甲\n\n共**{{S1.01}}**。"));

        var control = Assert.Single(Controls(document), c => c.Parent is Paragraph { InnerText: var text } && text.StartsWith('共'));

        Assert.Equal("Strong", control.SdtProperties!.GetFirstChild<RunProperties>()!.RunStyle!.Val!.Value);
    }

    [Fact]
    public void Names_and_tags_are_no_longer_than_Word_allows()
    {
        var figures = SampleReport.Subject.Figures;
        var all = figures.Figures.ToDictionary(f => f.Key, f => f.Value with { Label = string.Concat(Enumerable.Repeat("长名", 40)) });

        using var document = Report2023.Open(SampleReport.Subject with { Figures = figures with { Figures = all } });

        Assert.All(Controls(document), c => Assert.InRange(Tag(c).Length, 1, 64));
        Assert.All(Controls(document), c => Assert.Equal(64, c.SdtProperties!.GetFirstChild<SdtAlias>()!.Val!.Value!.Length));
    }

    private static WordprocessingDocument Open() => Report2023.Open(SampleReport.Subject);

    private static List<SdtRun> Controls(WordprocessingDocument document) => [.. document.MainDocumentPart!.Document!.Descendants<SdtRun>()];

    private static string Tag(SdtRun control) => control.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!;

    private static (string Store, XmlDocument Xml, XmlNamespaceManager Names) Provenance(WordprocessingDocument document)
    {
        var part = Assert.Single(document.MainDocumentPart!.CustomXmlParts);
        var xml = new XmlDocument();
        using var stream = part.GetStream();
        xml.Load(stream);
        var names = new XmlNamespaceManager(xml.NameTable);
        names.AddNamespace("p", "urn:fund-report:provenance:1");
        return (part.CustomXmlPropertiesPart!.DataStoreItem!.ItemId!.Value!, xml, names);
    }

    private static IEnumerable<Piece> Pieces(Block block) => block switch
    {
        Pipeline.Reports.Wording.Paragraph p => p.Pieces,
        Pipeline.Reports.Wording.Table t => t.Header.Concat(t.Rows).SelectMany(r => r.Cells).SelectMany(c => c.Pieces),
        _ => [],
    };
}
