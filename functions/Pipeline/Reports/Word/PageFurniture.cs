using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Reports.Wording;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Pipeline.Reports.Word;

/// <summary>What stands outside the text of every page: 草稿 above it, — 1 — below it.</summary>
internal static class PageFurniture
{
    // A page on its side: room for the number along the short edge, in mm; across it, a line of 14 points.
    private const decimal NumberLength = 28;
    private const decimal NumberDepth = 5;

    public static Header Header(StyleProfile profile, string text) =>
        new(ParagraphWriter.Words(profile[TextRole.Header].Id, text));

    /// <summary>The number of an upright page: right on odd pages, left on even ones.</summary>
    public static Footer Upright(StyleProfile profile, TextRole role) => new(Number(profile, role));

    /// <summary>The number of a page on its side, where it would stand if the page were upright: along the left edge.</summary>
    public static Footer Sideways(StyleProfile profile, TextRole role)
    {
        var page = profile.Page;
        var top = role == TextRole.PageNumberOdd ? page.Width - page.Right - NumberLength : page.Left;
        var length = (uint)PageGeometry.Twips(NumberLength);
        var depth = PageGeometry.Twips(NumberDepth).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var cell = new TableCell(
            new TableCellProperties
            {
                TableCellWidth = new TableCellWidth { Width = depth, Type = TableWidthUnitValues.Dxa },
                TextDirection = new TextDirection { Val = TextDirectionValues.TopToBottomRightToLeft },
            },
            Number(profile, role));
        var table = new Table(
            new TableProperties
            {
                TablePositionProperties = new TablePositionProperties
                {
                    HorizontalAnchor = HorizontalAnchorValues.Page, VerticalAnchor = VerticalAnchorValues.Page,
                    TablePositionX = PageGeometry.Twips(page.PageNumber), TablePositionY = PageGeometry.Twips(top),
                },
                TableWidth = new TableWidth { Width = depth, Type = TableWidthUnitValues.Dxa },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }),
            },
            new TableGrid(new GridColumn { Width = depth }),
            new TableRow(new TableRowProperties(new TableRowHeight { Val = length, HeightType = HeightRuleValues.Exact }), cell));
        return new Footer(table, ParagraphWriter.Empty(profile[TextRole.TableEnd].Id));
    }

    private static Paragraph Number(StyleProfile profile, TextRole role)
    {
        var paragraph = ParagraphWriter.Words(profile[role].Id, "— ");
        paragraph.Append(new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" },
            new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve }));
        return paragraph;
    }
}
