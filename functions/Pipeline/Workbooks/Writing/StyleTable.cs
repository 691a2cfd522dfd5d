using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Workbooks;

/// <summary>Every style of a workbook once, numbered in the order of first use; number 0 is the default.</summary>
internal sealed class StyleTable
{
    private const uint FirstCustomFormat = 164;

    private readonly Numbered<(CellStyle Style, bool Quoted)> _styles = new();

    // Most cells share a few style objects, and hashing one costs more than writing its number.
    private readonly Dictionary<CellStyle, uint> _plain = new(ReferenceEqualityComparer.Instance);
    private readonly Numbered<string> _formats = new();
    private readonly Numbered<(string Name, decimal Size, string? Color, bool Bold)> _fonts = new();
    private readonly Numbered<string?> _fills = new();
    private readonly Numbered<string> _conditionalFills = new();

    public StyleTable() => NumberOf(CellStyle.Default, quoted: false);

    /// <param name="style">The style.</param>
    /// <param name="quoted">Keeps Excel from taking the text for a formula once a clerk edits the cell.</param>
    public uint NumberOf(CellStyle style, bool quoted)
    {
        if (quoted)
            return _styles.Of((style, quoted));
        if (!_plain.TryGetValue(style, out var number))
            _plain[style] = number = _styles.Of((style, quoted));
        return number;
    }

    public uint NumberOfConditional(string fill) => _conditionalFills.Of(fill);

    public void Write(WorkbookStylesPart part)
    {
        // Building the cell formats numbers the fonts, fills and formats they use.
        var cellFormats = new CellFormats();
        foreach (var (style, quoted) in _styles.All)
            cellFormats.Append(Format(style, quoted));
        var sheet = new Stylesheet();
        if (_formats.All.Count > 0)
            sheet.Append(new NumberingFormats(_formats.All.Select((code, i) => new NumberingFormat { NumberFormatId = FirstCustomFormat + (uint)i, FormatCode = code })));
        sheet.Append(
            new Fonts(_fonts.All.Select(f => Font(f.Name, f.Size, f.Color, f.Bold))),
            // Excel takes the first two fills for its own: none and a pattern of dots.
            new Fills([Pattern(PatternValues.None), Pattern(PatternValues.Gray125), .. _fills.All.Select(Solid)]),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            cellFormats,
            new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }),
            new DifferentialFormats(_conditionalFills.All.Select(Differential)));
        using var writer = DocumentFormat.OpenXml.OpenXmlWriter.Create(part);
        writer.WriteElement(sheet);
    }

    private CellFormat Format(CellStyle style, bool quoted)
    {
        var font = _fonts.Of((style.FontName, style.FontSize, style.FontColor, style.Bold));
        var format = new CellFormat
        {
            NumberFormatId = NumberFormat.BuiltInId(style.NumberFormat) is { } known ? (uint)known : FirstCustomFormat + _formats.Of(style.NumberFormat),
            FontId = font,
            FillId = style.Fill is null ? 0 : _fills.Of(style.Fill) + 2,
            BorderId = style.Border ? 1u : 0u,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = style.Fill is not null,
            ApplyBorder = style.Border,
            ApplyAlignment = true,
            ApplyProtection = true,
            QuotePrefix = quoted ? true : null,
        };
        format.Append(
            new Alignment
            {
                Horizontal = style.HorizontalAlignment switch
                {
                    CellAlignment.Left => HorizontalAlignmentValues.Left,
                    CellAlignment.Center => HorizontalAlignmentValues.Center,
                    CellAlignment.Right => HorizontalAlignmentValues.Right,
                    _ => style.Indent > 0 ? HorizontalAlignmentValues.Left : null,
                },
                Vertical = VerticalAlignmentValues.Center,
                Indent = style.Indent > 0 ? (uint)style.Indent : null,
                WrapText = style.Wrap ? true : null,
            },
            new Protection { Locked = style.Locked });
        return format;
    }

    private static Font Font(string name, decimal size, string? color, bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = (double)size });
        if (color is not null)
            font.Append(new Color { Rgb = Opaque(color) });
        font.Append(new FontName { Val = name });
        return font;
    }

    private static Fill Pattern(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill Solid(string? color) =>
        new(new PatternFill(new ForegroundColor { Rgb = Opaque(color!) }) { PatternType = PatternValues.Solid });

    private static DifferentialFormat Differential(string color) =>
        new(new Fill(new PatternFill(new BackgroundColor { Rgb = Opaque(color) }) { PatternType = PatternValues.Solid }));

    private static Border Thin() => new(
        new LeftBorder(new Color { Indexed = 64 }) { Style = BorderStyleValues.Thin },
        new RightBorder(new Color { Indexed = 64 }) { Style = BorderStyleValues.Thin },
        new TopBorder(new Color { Indexed = 64 }) { Style = BorderStyleValues.Thin },
        new BottomBorder(new Color { Indexed = 64 }) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    private static string Opaque(string color) => "FF" + color;

    private sealed class Numbered<T>
    {
        private readonly Dictionary<ValueTuple<T>, uint> _numbers = [];
        private readonly List<T> _all = [];

        public IReadOnlyList<T> All => _all;

        public uint Of(T value)
        {
            if (!_numbers.TryGetValue(new(value), out var number))
            {
                _numbers[new(value)] = number = (uint)_all.Count;
                _all.Add(value);
            }

            return number;
        }
    }
}
