using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>How the cells of a return look: white is for the clerk, grey is not, yellow is still missing.</summary>
internal static class TemplateStyles
{
    /// <summary>A cell that must be filled and is not.</summary>
    public const string MissingFill = "FFF2CC";

    public const string DateFormat = "yyyy-mm-dd";

    private const string TextFormat = "@";
    private const string Caption = "DDEBF7";
    private const string Computed = "F2F2F2";
    private const string Unused = "D9D9D9";

    public static CellStyle Title { get; } = new() { FontSize = 16, Bold = true, HorizontalAlignment = CellAlignment.Center };

    public static CellStyle Line { get; } = new();

    public static CellStyle LineRight { get; } = new() { HorizontalAlignment = CellAlignment.Right };

    public static CellStyle Note { get; } = new() { HorizontalAlignment = CellAlignment.Left, Wrap = true };

    public static CellStyle Heading { get; } =
        new() { Bold = true, Fill = Caption, Border = true, HorizontalAlignment = CellAlignment.Center, Wrap = true };

    public static CellStyle ColumnNumber { get; } =
        new() { FontSize = 9, Fill = Caption, Border = true, HorizontalAlignment = CellAlignment.Center };

    public static CellStyle Centred { get; } = new() { Border = true, HorizontalAlignment = CellAlignment.Center };

    public static CellStyle Code { get; } = new() { Border = true, FontSize = 9, FontColor = "595959" };

    public static CellStyle Label { get; } = new() { Border = true, HorizontalAlignment = CellAlignment.Left };

    public static CellStyle Total { get; } = Label with { Bold = true };

    public static CellStyle NoValue { get; } = new() { Border = true, Fill = Unused };

    public static CellStyle GivenText { get; } = new() { Border = true, Fill = Computed, HorizontalAlignment = CellAlignment.Left };

    public static CellStyle FreeText { get; } =
        new() { Border = true, Locked = false, NumberFormat = TextFormat, HorizontalAlignment = CellAlignment.Left, Wrap = true };

    public static CellStyle Date { get; } =
        new() { Border = true, Locked = false, NumberFormat = DateFormat, HorizontalAlignment = CellAlignment.Center };

    public static CellStyle Typed(string format) => new() { Border = true, Locked = false, NumberFormat = format };

    /// <summary>A formula, or a value the template gives.</summary>
    public static CellStyle Fixed(string format) => new() { Border = true, Fill = Computed, NumberFormat = format };
}
