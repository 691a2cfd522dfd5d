using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Catalogue;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Word;

/// <summary>A profile as the styles part of a document.</summary>
internal static class StyleSheet
{
    public const string TableStyle = "ReportTable";
    public const string Strong = "Strong";
    private const string Normal = "Normal";

    public static Styles Of(StyleProfile profile)
    {
        var styles = new Styles(Defaults(profile),
            new Style(new StyleName { Val = Normal }, new PrimaryStyle(), NormalParagraph(profile), OffGrid())
        {
            Type = StyleValues.Paragraph, StyleId = Normal, Default = true,
        });
        foreach (var style in profile.Styles)
        {
            styles.Append(Paragraph(style, profile));
            if (style.Role is not (TextRole.TableText or TextRole.AnnexText)) continue;
            styles.Append(Placed(style, CellPosition.Centre, JustificationValues.Center),
                Placed(style, CellPosition.Right, JustificationValues.Right));
        }

        styles.Append(
            new Style(new StyleName { Val = Strong }, new StyleRunProperties(new Bold()))
            { Type = StyleValues.Character, StyleId = Strong }, Table(profile));
        return styles;
    }

    /// <summary>The style of text that stands at a side of its cell.</summary>
    public static string InCell(TextStyle style, CellPosition position) => position == CellPosition.Left ? style.Id : style.Id + position;

    /// <summary>What is left free at both sides of the text in a cell.</summary>
    public static TableCellMarginDefault CellMargins(decimal points) => new(
        new TableCellLeftMargin { Width = (short)Twips(points), Type = TableWidthValues.Dxa },
        new TableCellRightMargin { Width = (short)Twips(points), Type = TableWidthValues.Dxa });

    private static DocDefaults Defaults(StyleProfile profile) => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle
        {
            // The hint gives quotation marks and dashes, which both scripts use, their Chinese shape.
            RunFonts = new RunFonts
            {
                Hint = FontTypeHintValues.EastAsia, Ascii = profile.Latin, HighAnsi = profile.Latin,
                EastAsia = profile.Body.Font, ComplexScript = profile.Latin,
            },
            FontSize = new FontSize { Val = HalfPoints(profile.Body.Points) },
            FontSizeComplexScript = new FontSizeComplexScript { Val = HalfPoints(profile.Body.Points) },
            Languages = new Languages { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" },
        }),
        new ParagraphPropertiesDefault());

    private static StyleParagraphProperties NormalParagraph(StyleProfile profile) => new()
    {
        WidowControl = new WidowControl { Val = false },
        // Word's own habit, but said: LibreOffice, unless told, lets a comma hang over the margin and then loses it.
        OverflowPunctuation = new OverflowPunctuation { Val = true },
        AutoSpaceDE = new AutoSpaceDE { Val = false },
        AutoSpaceDN = new AutoSpaceDN { Val = false },
        SnapToGrid = new SnapToGrid { Val = false },
        SpacingBetweenLines = new SpacingBetweenLines { Line = Text(profile.Page.LinePitch), LineRule = LineSpacingRuleValues.Exact },
        Justification = new Justification { Val = JustificationValues.Both },
    };

    // The section states the grid of 22 lines × 28 characters; the styles reach it by themselves, line by line and character by
    // character, because not every program that opens the file squeezes characters the way Word does.
    private static StyleRunProperties OffGrid() => new() { SnapToGrid = new SnapToGrid { Val = false } };

    private static Style Paragraph(TextStyle style, StyleProfile profile)
    {
        var paragraph = new StyleParagraphProperties
        {
            KeepNext = style.KeepNext ? new KeepNext() : null,
            PageBreakBefore = style.PageBreakBefore ? new PageBreakBefore() : null,
            SpacingBetweenLines = Spacing(style),
            Indentation = Indent(style),
            Justification = style.Position == TextPosition.Justified ? null : new Justification { Val = Position(style.Position) },
            OutlineLevel = style.Outline is { } level ? new OutlineLevel { Val = level } : null,
        };
        var run = new StyleRunProperties
        {
            RunFonts = Fonts(style),
            Bold = style.Bold ? new Bold() : null,
            Spacing = style.Points == profile.Body.Points ? new Spacing { Val = profile.Page.CharacterTwips(style.Points) } : null,
            FontSize = new FontSize { Val = HalfPoints(style.Points) },
            FontSizeComplexScript = new FontSizeComplexScript { Val = HalfPoints(style.Points) },
        };
        return new Style(new StyleName { Val = style.Name }, new BasedOn { Val = Normal }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph, StyleId = style.Id, CustomStyle = style.Name[0] > '\u007F' ? true : null,
        };
    }

    private static Style Placed(TextStyle style, CellPosition position, JustificationValues justification) => new(
        new StyleName { Val = $"{style.Name}{(position == CellPosition.Right ? "靠右" : "居中")}" }, new BasedOn { Val = style.Id },
        new StyleParagraphProperties { Justification = new Justification { Val = justification } })
    {
        Type = StyleValues.Paragraph, StyleId = InCell(style, position), CustomStyle = true,
    };

    private static RunFonts Fonts(TextStyle style) =>
        style.Latin is { } latin ? new() { Ascii = latin, HighAnsi = latin, EastAsia = style.Font } : new() { EastAsia = style.Font };

    private static SpacingBetweenLines? Spacing(TextStyle style) =>
        style is { LinePoints: null, Before: 0, After: 0 } ? null : new SpacingBetweenLines
    {
        Before = style.Before == 0 ? null : Text(Twips(style.Before)),
        After = style.After == 0 ? null : Text(Twips(style.After)),
        Line = style.LinePoints is { } line ? Text(Twips(line)) : null,
        LineRule = style.LinePoints is null ? null : LineSpacingRuleValues.Exact,
    };

    // Word goes by the characters; other programs by the twips beside them.
    private static Indentation? Indent(TextStyle style)
    {
        if (style is { FirstLine: 0, Left: 0, Right: 0 }) return null;
        StringValue? Characters(decimal count) => count == 0 ? null : Text(Twips(count * style.Points));
        int? Hundredths(decimal count) => count == 0 ? null : (int)(count * 100);
        return new Indentation
        {
            Left = Characters(style.Left), LeftChars = Hundredths(style.Left),
            Right = Characters(style.Right), RightChars = Hundredths(style.Right),
            FirstLine = style.FirstLine > 0 ? Characters(style.FirstLine) : null,
            FirstLineChars = style.FirstLine > 0 ? Hundredths(style.FirstLine) : null,
            Hanging = style.FirstLine < 0 ? Characters(-style.FirstLine) : null,
            HangingChars = style.FirstLine < 0 ? Hundredths(-style.FirstLine) : null,
        };
    }

    private static Style Table(StyleProfile profile)
    {
        T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = (uint)(profile.TableRule * 8), Space = 0, Color = "auto" };
        var borders = new TableBorders(
            Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(),
            Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
        return new Style(new StyleName { Val = "报表" }, new StyleTableProperties(borders, CellMargins(profile.CellMargin)))
        {
            Type = StyleValues.Table, StyleId = TableStyle, CustomStyle = true,
        };
    }

    private static JustificationValues Position(TextPosition position) => position switch
    {
        TextPosition.Left => JustificationValues.Left,
        TextPosition.Centre => JustificationValues.Center,
        TextPosition.Right => JustificationValues.Right,
        _ => JustificationValues.Both,
    };

    private static int Twips(decimal points) => (int)decimal.Round(points * 20, MidpointRounding.AwayFromZero);

    private static StringValue HalfPoints(decimal points) => Text((int)(points * 2));

    // Not a string: the SDK writes a string that is null as an empty attribute.
    private static StringValue Text(int number) => new(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
