using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Catalogue;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Pipeline.Reports.Word;

/// <summary>What stands outside the text of every page: 草稿 above it, — 1 — below it.</summary>
internal static class PageFurniture
{
    public static Header Header(StyleProfile profile, string text) =>
        new(ParagraphWriter.Words(profile[TextRole.Header].Id, text));

    /// <summary>The number of an upright page: right on odd pages, left on even ones.</summary>
    public static Footer Upright(StyleProfile profile, TextRole role) => new(Number(profile, role));

    /// <summary>The number of a page on its side, where it would stand if the page were upright: along the left edge.</summary>
    public static Footer Sideways(StyleProfile profile, TextRole role)
    {
        var page = profile.Page;
        // One half of the short edge for odd pages, the other for even ones.
        var half = page.UprightWidth / 2;
        var top = PageGeometry.Twips(page.Left) + (role == TextRole.PageNumberOdd ? half : 0);
        var depth = ((int)(profile[role].LinePoints ?? profile[role].Points) * 20).ToString(CultureInfo.InvariantCulture);
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
                    TablePositionX = PageGeometry.Twips(page.PageNumber), TablePositionY = top,
                },
                TableWidth = new TableWidth { Width = depth, Type = TableWidthUnitValues.Dxa },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = StyleSheet.CellMargins(0),
            },
            new TableGrid(new GridColumn { Width = depth }),
            new TableRow(new TableRowProperties(new TableRowHeight { Val = (uint)half, HeightType = HeightRuleValues.Exact }), cell));
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
