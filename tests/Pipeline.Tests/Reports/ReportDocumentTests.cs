using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Reports;

namespace Pipeline.Tests.Reports;

/// <summary>The file itself: valid, the same every time, and laid out after GB/T 9704-2012.</summary>
public sealed class ReportDocumentTests
{
    [Fact]
    public void Word_finds_nothing_wrong_with_a_report_or_a_draft()
    {
        var validator = new OpenXmlValidator(FileFormatVersions.Office2019);
        foreach (var subject in new[] { Report2023.Subject(("七", "1", "甲{{S6.02}}乙")), Report2023.Without("430100", "430099") })
        {
            using var document = Report2023.Open(subject);
            Assert.Empty(validator.Validate(document, TestContext.Current.CancellationToken)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        }
    }

    [Fact]
    public void The_same_subject_gives_the_same_bytes_whatever_the_culture()
    {
        var first = ReportDocument.Write(Report2023.Subject());
        var culture = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NegativeSign, comma.NumberFormat.NumberGroupSeparator) =
            (",", "−", ".");
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(first, ReportDocument.Write(Report2023.Subject()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_text_stands_on_A4_with_22_lines_of_28_characters()
    {
        using var document = Report2023.Open(Report2023.Subject());
        var section = document.MainDocumentPart!.Document!.Descendants<SectionProperties>().First();

        var size = section.GetFirstChild<PageSize>()!;
        var margin = section.GetFirstChild<PageMargin>()!;
        var grid = section.GetFirstChild<DocGrid>()!;
        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal((2098, 1984, 1587u, 1474u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
        Assert.Equal(DocGridValues.LinesAndChars, grid.Type!.Value);
        Assert.InRange(grid.LinePitch! * 22, 12756 - 22, 12756);
        Assert.InRange((16 + (grid.CharacterSpace! / 4096.0)) * 28 * 20, 8845 - 1, 8845);
    }

    [Fact]
    public void Annexes_stand_on_pages_turned_clockwise_with_the_same_margins()
    {
        using var document = Report2023.Open(Report2023.Subject());
        var section = document.MainDocumentPart!.Document!.Body!.GetFirstChild<SectionProperties>()!;

        Assert.Equal(PageOrientationValues.Landscape, section.GetFirstChild<PageSize>()!.Orient!.Value);
        var margin = section.GetFirstChild<PageMargin>()!;
        Assert.Equal((1587, 1474, 1984u, 2098u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
    }

    [Theory]
    [InlineData("Title", "方正小标宋简体", "44")]
    [InlineData("Heading1", "黑体", "32")]
    [InlineData("Heading2", "楷体_GB2312", "32")]
    [InlineData("Heading3", "仿宋_GB2312", "32")]
    [InlineData("BodyText", "仿宋_GB2312", "32")]
    [InlineData("PageNumberOdd", "宋体", "28")]
    public void Styles_carry_the_fonts_and_sizes_of_the_standard(string id, string font, string halfPoints)
    {
        using var document = Report2023.Open(Report2023.Subject());
        var style = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == id);

        Assert.Equal(font, style.StyleRunProperties!.RunFonts!.EastAsia!.Value);
        Assert.Equal(halfPoints, style.StyleRunProperties.FontSize!.Val!.Value);
    }

    [Fact]
    public void Body_text_begins_two_characters_in_and_every_line_has_its_exact_place()
    {
        using var document = Report2023.Open(Report2023.Subject());
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!);

        Assert.Equal(200, styles["BodyText"].StyleParagraphProperties!.Indentation!.FirstLineChars!.Value);
        Assert.Equal("579", styles["Normal"].StyleParagraphProperties!.SpacingBetweenLines!.Line!.Value);
        Assert.Equal("zh-CN", document.MainDocumentPart.StyleDefinitionsPart.Styles!.DocDefaults!
            .Descendants<Languages>().Single().EastAsia!.Value);
        Assert.DoesNotContain(document.MainDocumentPart.Document!.Descendants<RunProperties>(),
            p => p.RunFonts is not null || p.FontSize is not null);
    }

    [Theory]
    [InlineData("rId6", "PageNumberOdd")]
    [InlineData("rId7", "PageNumberEven")]
    public void Page_numbers_stand_between_dashes(string part, string style)
    {
        using var document = Report2023.Open(Report2023.Subject());
        var paragraph = ((FooterPart)document.MainDocumentPart!.GetPartById(part)).Footer!.Elements<Paragraph>().Single();

        Assert.Equal(("— 1 —", style), (paragraph.InnerText, paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value));
        Assert.NotNull(document.MainDocumentPart.DocumentSettingsPart!.Settings!.GetFirstChild<EvenAndOddHeaders>());
    }

    [Fact]
    public void Tables_repeat_their_captions_and_tear_no_row()
    {
        using var document = Report2023.Open(Report2023.Subject());
        var tables = document.MainDocumentPart!.Document!.Body!.Elements<Table>().ToList();

        Assert.Equal([2, 0, 0, 0, 0, 0, 1, 1, 2], tables.Select(t => t.Descendants<TableHeader>().Count()));
        Assert.All(tables.SelectMany(t => t.Elements<TableRow>()),
            row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
    }

    [Fact]
    public void The_change_spans_its_two_columns_and_the_other_captions_both_rows()
    {
        using var document = Report2023.Open(Report2023.Subject());
        var rows = document.MainDocumentPart!.Document!.Body!.Elements<Table>().First().Elements<TableRow>().ToList();

        Assert.Equal([1, 1, 1, 2], rows[0].Elements<TableCell>().Select(c => c.TableCellProperties!.GridSpan?.Val?.Value ?? 1));
        Assert.Equal(3, rows[0].Descendants<VerticalMerge>().Count(m => m.Val!.Value == MergedCellValues.Restart));
        Assert.Equal(3, rows[1].Descendants<VerticalMerge>().Count());
    }

    [Fact]
    public void The_file_names_its_title_and_author_and_no_date()
    {
        using var document = Report2023.Open(Report2023.Subject());

        Assert.Equal("2023年度湖南省社会保险服务中心整体支出绩效自评报告", document.PackageProperties.Title);
        Assert.Equal("湖南省社会保险服务中心", document.PackageProperties.Creator);
        Assert.Null(document.PackageProperties.Created);
    }
}
