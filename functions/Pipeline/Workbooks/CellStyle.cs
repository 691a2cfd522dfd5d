namespace Pipeline.Workbooks;

/// <summary>How a cell looks; equal styles are written once. Colours are <c>RRGGBB</c>.</summary>
public sealed record CellStyle
{
    public static CellStyle Default { get; } = new();

    /// <summary>A format code such as <c>#,##0.00</c>.</summary>
    public string NumberFormat { get; init; } = "General";

    public string FontName { get; init; } = "宋体";

    /// <summary>In points.</summary>
    public decimal FontSize { get; init; } = 11;

    public string? FontColor { get; init; }

    public bool Bold { get; init; }

    public string? Fill { get; init; }

    /// <summary>A thin line on all four sides.</summary>
    public bool Border { get; init; }

    /// <summary>Not to be changed once the sheet is protected.</summary>
    public bool Locked { get; init; } = true;

    public CellAlignment HorizontalAlignment { get; init; }

    /// <summary>Indentation from the left, in characters.</summary>
    public int Indent { get; init; }

    public bool Wrap { get; init; }
}
