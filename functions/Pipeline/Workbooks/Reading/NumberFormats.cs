using System.Globalization;

namespace Pipeline.Workbooks;

/// <summary>The number format of every cell style of a workbook.</summary>
internal sealed class NumberFormats
{
    private const int MaxStyles = 100_000;

    private readonly NumberFormat[]? _styles;

    private NumberFormats(NumberFormat[]? styles) => _styles = styles;

    /// <exception cref="WorkbookRefusedException">There is no style of that number: the cell might be a date or an amount.</exception>
    public NumberFormat this[int style] =>
        _styles is null ? NumberFormat.General
        : (uint)style < (uint)_styles.Length ? _styles[style]
        : style == 0 ? NumberFormat.General
        : throw WorkbookRefusedException.Corrupt($"style {style} of {_styles.Length}");

    public static NumberFormats Read(PackageParts parts, string? part, WorkbookLimits limits)
    {
        // A minimal writer leaves the styles out; a part that is announced and missing is another matter.
        if (part is null)
            return new NumberFormats(null);
        var custom = new Dictionary<int, NumberFormat>();
        var styles = new List<NumberFormat>();
        using var reader = parts.Read(part);
        reader.Root();
        while (reader.NextChild(0))
        {
            if (!reader.HasContent)
                continue;
            if (reader.Xml.LocalName == "numFmts")
                ReadCustom(reader, custom, limits);
            else if (reader.Xml.LocalName == "cellXfs")
                ReadStyles(reader, custom, styles);
        }

        reader.Drain();
        return new NumberFormats([.. styles]);
    }

    private static void ReadCustom(PartReader reader, Dictionary<int, NumberFormat> custom, WorkbookLimits limits)
    {
        while (reader.NextChild(1))
        {
            var code = reader.Attribute("formatCode") ?? "";
            if (custom.Count >= MaxStyles || code.Length > limits.MaxCellLength)
                throw WorkbookRefusedException.TooLarge("number formats");
            if (TryId(reader.Attribute("numFmtId"), out var id))
                custom[id] = NumberFormat.Of(EscapedText.Decode(code));
        }
    }

    private static void ReadStyles(PartReader reader, Dictionary<int, NumberFormat> custom, List<NumberFormat> styles)
    {
        var builtIn = new Dictionary<int, NumberFormat>();
        while (reader.NextChild(1))
        {
            if (styles.Count >= MaxStyles)
                throw WorkbookRefusedException.TooLarge($"more than {MaxStyles} cell styles");
            TryId(reader.Attribute("numFmtId"), out var id);
            if (!custom.TryGetValue(id, out var format) && !builtIn.TryGetValue(id, out format))
                builtIn[id] = format = NumberFormat.BuiltIn(id);
            styles.Add(format);
        }
    }

    private static bool TryId(string? text, out int id) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
