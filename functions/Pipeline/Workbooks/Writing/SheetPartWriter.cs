using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Workbooks;

/// <summary>Writes one sheet's part, elements in the order the schema asks for.</summary>
internal static class SheetPartWriter
{
    /// <summary>The prefix that the SDK gives its elements.</summary>
    public const string Prefix = "x";

    private const uint A4 = 9;

    // Excel drops all links of a sheet that has more: better that the last rows have none.
    private const int MostLinks = 65_530;

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Gives every style and text of a sheet its number: their tables stand before the sheets.</summary>
    public static void Number(SheetDraft sheet, StyleTable styles, TextTable texts)
    {
        RowWriter.Number(sheet.Rows, styles, texts);
        foreach (var fill in sheet.ConditionalFills)
            styles.NumberOfConditional(fill.Fill);
    }

    /// <param name="sheet">A sheet that has been numbered.</param>
    /// <param name="active">Whether it is in front.</param>
    /// <param name="drawing">Relationship id of the drawing of its notes; null for none.</param>
    /// <param name="output">Takes the part.</param>
    /// <param name="styles">Numbers the styles.</param>
    /// <param name="texts">Numbers the texts.</param>
    public static void Write(SheetDraft sheet, bool active, string? drawing, Stream output, StyleTable styles, TextTable texts)
    {
        using var writer = XmlWriter.Create(output, Settings);
        writer.WriteStartElement(Prefix, "worksheet", SpreadsheetNames.Transitional);
        WriteHead(writer, sheet, active);
        new RowWriter(writer, styles, texts).Write(sheet.Rows);
        WriteTail(writer, sheet, styles);
        if (drawing is not null)
            new LegacyDrawing { Id = drawing }.WriteTo(writer);
        writer.WriteEndElement();
    }

    private static void WriteHead(XmlWriter writer, SheetDraft sheet, bool active)
    {
        var properties = new SheetProperties();
        if (sheet.TabColor is not null)
            properties.Append(new TabColor { Rgb = "FF" + sheet.TabColor });
        properties.Append(new PageSetupProperties { FitToPage = sheet.Print.FitToWidth });
        properties.WriteTo(writer);

        var view = new SheetView { WorkbookViewId = 0, TabSelected = active ? true : null };
        if (sheet.FreezePane is { } cell && (cell.Row > 1 || cell.Column > 1))
            view.Append(Pane(cell));
        new SheetViews(view).WriteTo(writer);
        new SheetFormatProperties { DefaultRowHeight = 15 }.WriteTo(writer);
        if (sheet.Columns.Count == 0)
            return;
        new Columns(sheet.Columns.Select(c => new Column
        {
            Min = (uint)c.First,
            Max = (uint)c.Last,
            Width = (double)c.Width,
            CustomWidth = true,
            Hidden = c.Hidden ? true : null,
        })).WriteTo(writer);
    }

    private static Pane Pane(CellAddress cell) => new()
    {
        VerticalSplit = cell.Row > 1 ? cell.Row - 1 : null,
        HorizontalSplit = cell.Column > 1 ? cell.Column - 1 : null,
        TopLeftCell = cell.ToString(),
        ActivePane = (cell.Row > 1, cell.Column > 1) switch
        {
            (true, true) => PaneValues.BottomRight,
            (true, false) => PaneValues.BottomLeft,
            _ => PaneValues.TopRight,
        },
        State = PaneStateValues.Frozen,
    };

    private static void WriteTail(XmlWriter writer, SheetDraft sheet, StyleTable styles)
    {
        if (sheet.Protected)
            new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false }.WriteTo(writer);
        if (sheet.AutoFilter is { } table)
            new AutoFilter { Reference = table.ToString() }.WriteTo(writer);
        if (sheet.MergedRanges.Count > 0)
            new MergeCells(sheet.MergedRanges.Select(r => new MergeCell { Reference = r.ToString() })).WriteTo(writer);
        foreach (var (priority, fill) in sheet.ConditionalFills.Index())
            Conditional(fill, priority + 1, styles).WriteTo(writer);
        if (sheet.Validations.Count > 0)
            new DataValidations(sheet.Validations.Select(Validation)) { Count = (uint)sheet.Validations.Count }.WriteTo(writer);
        WriteLinks(writer, sheet);
        new PageMargins { Left = 0.5, Right = 0.5, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.3 }.WriteTo(writer);
        new PageSetup
        {
            PaperSize = A4,
            Orientation = sheet.Print.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = sheet.Print.FitToWidth ? 1u : null,
            FitToHeight = !sheet.Print.FitToWidth ? null : sheet.Print.FitToHeight ? 1u : 0u,
        }.WriteTo(writer);
        if (sheet.Print.Footer is not null)
            new HeaderFooter(new OddFooter("&C" + sheet.Print.Footer)).WriteTo(writer);
    }

    private static void WriteLinks(XmlWriter writer, SheetDraft sheet)
    {
        var first = true;
        foreach (var (cells, link) in Links(sheet).Take(MostLinks))
        {
            if (first)
                writer.WriteStartElement(Prefix, "hyperlinks", SpreadsheetNames.Transitional);
            first = false;
            writer.WriteStartElement(Prefix, "hyperlink", SpreadsheetNames.Transitional);
            writer.WriteAttributeString("ref", cells.ToString());
            writer.WriteAttributeString("location", link);
            writer.WriteEndElement();
        }

        if (!first)
            writer.WriteEndElement();
    }

    // Cells below each other that jump to the same place share a link.
    private static IEnumerable<(CellRange Cells, string Link)> Links(SheetDraft sheet)
    {
        (CellRange Cells, string Link)? last = null;
        foreach (var row in sheet.Rows)
        {
            foreach (var (column, link) in row.Cells.Where(c => c.Link is not null).Select(c => (c.Column, c.Link!)))
            {
                var cell = new CellAddress(row.Row, column);
                if (last is { } open && open.Link == link && open.Cells.Last == cell with { Row = cell.Row - 1 })
                {
                    last = (open.Cells with { Last = cell }, link);
                    continue;
                }

                if (last is { } closed)
                    yield return closed;
                last = (new CellRange(cell, cell), link);
            }
        }

        if (last is { } end)
            yield return end;
    }

    private static ConditionalFormatting Conditional(ConditionalFill fill, int priority, StyleTable styles) =>
        new(new ConditionalFormattingRule(new Formula(fill.Condition))
        {
            Type = ConditionalFormatValues.Expression,
            FormatId = styles.NumberOfConditional(fill.Fill),
            Priority = priority,
        })
        {
            SequenceOfReferences = References(fill.Ranges),
        };

    private static DataValidation Validation(ValidationDraft draft)
    {
        var validation = new DataValidation(new Formula1(draft.Formula))
        {
            SequenceOfReferences = References(draft.Ranges),
            Type = draft.Kind switch
            {
                ValidationKind.Number => DataValidationValues.Decimal,
                ValidationKind.Whole => DataValidationValues.Whole,
                ValidationKind.List => DataValidationValues.List,
                _ => DataValidationValues.Custom,
            },
            Operator = draft.Kind is ValidationKind.List or ValidationKind.Custom ? null
                : draft.UpperBound is null ? DataValidationOperatorValues.GreaterThanOrEqual : DataValidationOperatorValues.Between,
            AllowBlank = draft.AllowBlank,
            ShowErrorMessage = true,
            ErrorTitle = draft.ErrorTitle,
            Error = draft.ErrorText,
            ShowInputMessage = draft.PromptText is not null,
            PromptTitle = draft.PromptTitle,
            Prompt = draft.PromptText,
        };
        if (draft.UpperBound is not null)
            validation.Append(new Formula2(draft.UpperBound));
        return validation;
    }

    private static ListValue<StringValue> References(IEnumerable<CellRange> ranges) =>
        new(ranges.Select(r => new StringValue(r.ToString())));
}
