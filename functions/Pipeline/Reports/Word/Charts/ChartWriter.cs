using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Catalogue;
using Pipeline.Reports.Wording;
using Draw = DocumentFormat.OpenXml.Drawing;
using DrawnChart = DocumentFormat.OpenXml.Drawing.Charts;
using Inline = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Pipeline.Reports.Word.Charts;

/// <summary>Charts as Word draws them: a part each, in a line of its own in the text.</summary>
/// <remarks>One writer a document: it numbers the charts in the order in which they are written.</remarks>
/// <param name="main">The part that holds the text.</param>
/// <param name="profile">Its fonts.</param>
internal sealed class ChartWriter(MainDocumentPart main, StyleProfile profile)
{
    /// <summary>The content type of a chart part.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    private const string ChartUri = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const long EmuPerTwip = 635;
    private const decimal EmuPerMm = 36_000;

    // Title, legend and scale of a chart, and each of its categories, in mm: two bars with their numbers at 8 points.
    private const decimal Frame = 24;
    private const decimal Category = 8.5m;

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false) };

    private int written;

    /// <summary>Adds the chart to the package.</summary>
    /// <param name="chart">What it shows.</param>
    /// <param name="width">Width of the text in twips.</param>
    /// <returns>The paragraph that holds it.</returns>
    public WordParagraph Write(Chart chart, int width)
    {
        var number = (++written).ToString(CultureInfo.InvariantCulture);
        var relationship = $"rIdChart{number}";
        Store(chart, main.AddNewPart<ChartPart>(ContentType, relationship));
        var inline = new Inline.Inline(
            new Inline.Extent { Cx = width * EmuPerTwip, Cy = (long)((Frame + (Category * chart.Categories.Count)) * EmuPerMm) },
            new Inline.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Inline.DocProperties { Id = (uint)written, Name = $"图{number}", Description = PrintableText.Of(chart.Description) },
            new Inline.NonVisualGraphicFrameDrawingProperties(),
            new Draw.Graphic(new Draw.GraphicData(new DrawnChart.ChartReference { Id = relationship }) { Uri = ChartUri }))
        {
            DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0,
        };
        var paragraph = ParagraphWriter.Empty(profile[TextRole.Chart].Id);
        // Lines of the text are of a fixed height, and a chart in one would be cut off.
        paragraph.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto };
        paragraph.Append(new Run(new Drawing(inline)));
        return paragraph;
    }

    private void Store(Chart chart, ChartPart part)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings)) new ChartXml(profile).Of(chart).WriteTo(xml);
        bytes.Position = 0;
        part.FeedData(bytes);
    }
}
