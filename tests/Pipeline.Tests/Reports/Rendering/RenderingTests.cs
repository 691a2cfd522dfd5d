using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Reports;
using Pipeline.Reports.Wording;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Reports.Rendering;

/// <summary>The report opened, laid out and looked at page by page.</summary>
public sealed class RenderingTests(RenderedReport report) : IClassFixture<RenderedReport>
{
    private static readonly PageGeometry Page = Catalogue2023.Value.Style.Page;

    [Fact]
    public void Text_and_annexes_take_as_many_pages_as_their_lines_need()
    {
        Assert.SkipWhen(report.Lacking is not null, report.Lacking ?? "");
        var blocks = ReportDocument.Compose(SampleReport.Subject).ToList();
        var annexes = blocks.OfType<Paragraph>().Count(p => p.Role == TextRole.AnnexMark);
        var lines = blocks.TakeWhile(b => b is not Paragraph { Role: TextRole.AnnexMark }).Sum(Lines);
        var first = Enumerable.Range(0, report.Pages.Count).First(i => report.Pages[i].TrimStart().StartsWith("附件", StringComparison.Ordinal)
            && !report.Pages[i].TrimStart().StartsWith("附件：", StringComparison.Ordinal));

        Assert.Equal(report.Pages.Count, report.Pictures.Count);
        Assert.Equal(report.Pages.Count, report.Boxes.Count);
        Assert.InRange(first, lines / Page.Lines, (lines / Page.Lines) + 3);
        Assert.InRange(report.Pages.Count - first, annexes, annexes * 4);
    }

    [Fact]
    public void Every_annex_of_the_sample_stands_on_one_page_with_the_line_for_signatures()
    {
        Assert.SkipWhen(report.Lacking is not null, report.Lacking ?? "");
        foreach (var annex in Catalogue2023.Value.Annexes)
        {
            var page = Assert.Single(report.Pages, p => p.TrimStart().StartsWith($"附件 {annex.Number}", StringComparison.Ordinal)
                || p.TrimStart().StartsWith($"附件{annex.Number}", StringComparison.Ordinal));
            Assert.Contains("单位负责人", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_page_is_blank()
    {
        Assert.SkipWhen(report.Lacking is not null, report.Lacking ?? "");

        Assert.All(report.Pictures, picture => Assert.True(picture.Ink > 0.002, $"ink {picture.Ink}"));
        // More than the page number.
        Assert.All(report.Pages, page => Assert.True(page.Count(c => c > '\u4E00') > 10, page));
    }

    [Fact]
    public void Every_page_has_its_number_outside_of_the_text()
    {
        Assert.SkipWhen(report.Lacking is not null, report.Lacking ?? "");

        // Mid-height of the dashes: 7 mm below the 版心, within 1 mm.
        var foot = Points(Page.Bottom - 7);
        foreach (var (index, page) in report.Boxes.Index())
        {
            var odd = index % 2 == 0;
            // A page on its side is an upright page turned clockwise: its foot is on the left.
            Assert.Contains(page.Words.Where(w => w.Text == (index + 1).ToString(CultureInfo.InvariantCulture)), w => page.Landscape
                ? Math.Abs(((w.Left + w.Right) / 2) - foot) < Points(1) && (odd ? w.Top > page.Height / 2 : w.Bottom < page.Height / 2)
                : Math.Abs(page.Height - ((w.Top + w.Bottom) / 2) - foot) < Points(1) && (odd ? w.Left > page.Width / 2 : w.Right < page.Width / 2));
        }
    }

    [Fact]
    public void Text_fills_the_width_of_the_page_and_no_more()
    {
        Assert.SkipWhen(report.Lacking is not null, report.Lacking ?? "");

        foreach (var (page, picture) in report.Boxes.Zip(report.Pictures))
        {
            var (left, right) = page.Landscape ? (Points(Page.Bottom), Points(Page.Top)) : (Points(Page.Left), Points(Page.Right));
            var words = page.Words.Where(w => page.Landscape ? w.Left > left - 3 : w.Bottom < page.Height - Points(Page.Bottom)).ToList();
            // A comma may hang over the margin by the width of a character.
            Assert.All(words, w => Assert.True(w.Left > left - 3 && w.Right < page.Width - right + 17, $"{w}"));
            Assert.InRange(picture.RightEdge * page.Width, page.Width - right - 20, page.Width - right + 17);
        }
    }

    [Fact]
    public async Task Every_character_is_drawn_by_a_font_that_has_it()
    {
        Assert.SkipWhen(report.Lacking is not null, report.Lacking ?? "");
        var meant = ReportText.Extract(new MemoryStream(report.Document)).Where(c => c > '\u2E7F' && c != '\u3000').Distinct().ToList();
        var drawn = string.Concat(report.Pages).ToHashSet();
        var available = await FontCoverage.ReadAsync();

        Assert.True(meant.Count > 300);
        Assert.DoesNotContain(meant, c => !drawn.Contains(c));
        Assert.DoesNotContain(meant, c => !available.Has(c));
        Assert.DoesNotContain('\uFFFD', drawn);
        // Name, type, encoding, then three times yes: embedded, subset, readable back.
        Assert.All(report.Fonts, line => Assert.Contains("yes yes yes", line, StringComparison.Ordinal));
    }

    private static double Points(decimal mm) => (double)(mm * 72m / 25.4m);

    private static int Lines(Block block) => block switch
    {
        Paragraph p => (int)Math.Ceiling((p.Pieces.Sum(x => TitleLines.Width(x.Text)) + 2) / Page.Characters),
        Table t => t.Header.Count + t.Rows.Count,
        _ => 0,
    };
}
