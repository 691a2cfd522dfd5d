using Pipeline.Catalogue;
using Pipeline.Reports.Wording;
using Pipeline.Workbooks;

namespace Pipeline.Reports.Sheets;

/// <summary>How cells of the annex workbook look.</summary>
internal static class SheetLook
{
    public static CellStyle Text { get; } = new() { Wrap = true };

    public static CellStyle Cell { get; } = new() { Border = true, Wrap = true };

    public static CellStyle Caption { get; } = new() { Border = true, Wrap = true, Bold = true, HorizontalAlignment = CellAlignment.Center, Fill = "F2F2F2" };

    public static CellStyle Title { get; } = new() { FontName = "方正小标宋简体", FontSize = 18, HorizontalAlignment = CellAlignment.Center, Wrap = true };

    private static CellStyle Mark { get; } = new() { FontName = "黑体", FontSize = 16 };

    private static CellStyle Draft { get; } = new() { Bold = true, FontColor = "C00000", HorizontalAlignment = CellAlignment.Center };

    /// <summary>The look of a line across the sheet, and how high it is in points.</summary>
    public static (CellStyle Style, decimal Height) Of(TextRole role) => role switch
    {
        TextRole.AnnexMark => (Mark, 24),
        TextRole.AnnexTitle => (Title, 32),
        TextRole.AnnexSubtitle => (Text with { HorizontalAlignment = CellAlignment.Center }, 20),
        TextRole.UnitLine => (Text with { HorizontalAlignment = CellAlignment.Right }, 18),
        TextRole.Header or TextRole.Draft => (Draft, 20),
        _ => (Text, 18),
    };

    public static CellStyle In(TableColumn column) => Cell with
    {
        HorizontalAlignment = column.Alignment switch
        {
            CellPosition.Right => CellAlignment.Right,
            CellPosition.Centre => CellAlignment.Center,
            _ => CellAlignment.Left,
        },
    };
}
