using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>How a receipt looks: red is to be mended, orange to be explained, blue to be known.</summary>
internal static class ReceiptStyles
{
    public const string Red = "FF9999";
    public const string Orange = "FFD166";
    public const string Blue = "BDD7EE";

    /// <summary>What to do next.</summary>
    public static CellStyle Next { get; } = new() { FontSize = 14, Wrap = true, HorizontalAlignment = CellAlignment.Left };

    public static CellStyle Label { get; } = new() { Bold = true, Border = true, Fill = "F2F2F2", HorizontalAlignment = CellAlignment.Left };

    public static CellStyle Text { get; } = new() { Border = true, Wrap = true, HorizontalAlignment = CellAlignment.Left };

    public static CellStyle Centred { get; } = new() { Border = true, HorizontalAlignment = CellAlignment.Center };

    public static CellStyle Amount { get; } = new() { Border = true, HorizontalAlignment = CellAlignment.Right };

    public static CellStyle Link { get; } = new() { Border = true, FontColor = "0563C1", HorizontalAlignment = CellAlignment.Center };

    public static CellStyle Heading => TemplateStyles.Heading;

    /// <summary>The verdict, large.</summary>
    public static CellStyle Verdict(Verdict verdict) => new()
    {
        FontSize = 32, Bold = true, FontColor = "FFFFFF", HorizontalAlignment = CellAlignment.Center, Fill = verdict switch
        {
            Receipts.Verdict.Accepted => "548235",
            Receipts.Verdict.Pending => "C55A11",
            Receipts.Verdict.Refused => "C00000",
            _ => "7F7F7F",
        },
    };

    /// <summary>Colour of a finding: a question that is answered is no more than to be known.</summary>
    public static string Fill(Finding finding) => finding switch { { Severity: Severity.Error } => Red, { IsUnexplained: true } => Orange, _ => Blue };

    /// <summary>What a severity is called.</summary>
    public static string Name(Severity severity) => severity switch { Severity.Error => "错误", Severity.Warning => "核实", _ => "提示" };
}
