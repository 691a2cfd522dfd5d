using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>How a receipt looks: red is to be mended, orange to be explained, blue to be known.</summary>
internal static class ReceiptStyles
{
    public const string Red = "F8CBAD";
    public const string Orange = "FFE699";
    public const string Blue = "DDEBF7";
    public const string Green = "C6E0B4";
    public const string Grey = "D9D9D9";

    public static CellStyle Label { get; } = new() { Bold = true, Border = true, Fill = "F2F2F2", HorizontalAlignment = CellAlignment.Left };

    public static CellStyle Text { get; } = new() { Border = true, Wrap = true, HorizontalAlignment = CellAlignment.Left };

    public static CellStyle Centred { get; } = new() { Border = true, HorizontalAlignment = CellAlignment.Center };

    public static CellStyle Amount { get; } = new() { Border = true, HorizontalAlignment = CellAlignment.Right };

    public static CellStyle Link { get; } = new() { Border = true, FontColor = "0563C1", HorizontalAlignment = CellAlignment.Center };

    public static CellStyle Heading => TemplateStyles.Heading;

    /// <summary>The verdict, large.</summary>
    public static CellStyle Verdict(Verdict verdict) => new()
    {
        FontSize = 26, Bold = true, HorizontalAlignment = CellAlignment.Center, Fill = verdict switch
        {
            Receipts.Verdict.Accepted => Green,
            Receipts.Verdict.Pending => Orange,
            Receipts.Verdict.Refused => Red,
            _ => Grey,
        },
    };

    /// <summary>Colour of a finding: a question that is answered is no more than to be known.</summary>
    public static string Fill(Finding finding) => finding switch { { Severity: Severity.Error } => Red, { IsUnexplained: true } => Orange, _ => Blue };

    /// <summary>What a severity is called.</summary>
    public static string Name(Severity severity) => severity switch { Severity.Error => "错误", Severity.Warning => "核实", _ => "提示" };
}
