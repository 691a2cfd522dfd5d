using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Workbooks;

/// <summary>Writes one sheet's part, elements in the order the schema asks for.</summary>
internal static class SheetPartWriter
{
    private const uint A4 = 9;

    public static void Write(SheetDraft sheet, bool active, WorksheetPart part, StyleTable styles, TextTable texts)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        WriteHead(writer, sheet, active);
        writer.WriteStartElement(new SheetData());
        foreach (var row in sheet.Rows)
            writer.WriteElement(Row(row, styles, texts));
        writer.WriteEndElement();
        WriteTail(writer, sheet, styles);
        if (CommentParts.Write(sheet, part) is { } drawing)
            writer.WriteElement(new LegacyDrawing { Id = drawing });
        writer.WriteEndElement();
    }

    private static void WriteHead(OpenXmlWriter writer, SheetDraft sheet, bool active)
    {
        var properties = new SheetProperties();
        if (sheet.TabColor is not null)
            properties.Append(new TabColor { Rgb = "FF" + sheet.TabColor });
        properties.Append(new PageSetupProperties { FitToPage = sheet.Print.FitToWidth });
        writer.WriteElement(properties);

        var view = new SheetView { WorkbookViewId = 0, TabSelected = active ? true : null };
        if (sheet.FreezePane is { } cell && (cell.Row > 1 || cell.Column > 1))
            view.Append(Pane(cell));
        writer.WriteElement(new SheetViews(view));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        if (sheet.Columns.Count == 0)
            return;
        writer.WriteElement(new Columns(sheet.Columns.Select(c => new Column
        {
            Min = (uint)c.First,
            Max = (uint)c.Last,
            Width = (double)c.Width,
            CustomWidth = true,
            Hidden = c.Hidden ? true : null,
        })));
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

    private static Row Row(RowDraft draft, StyleTable styles, TextTable texts)
    {
        var row = new Row
        {
            RowIndex = (uint)draft.Row,
            Height = draft.Height is { } height ? (double)height : null,
            CustomHeight = draft.Height is null ? null : true,
            Hidden = draft.Hidden ? true : null,
        };
        foreach (var cell in draft.Cells)
            row.Append(CellOf(draft.Row, cell, styles, texts));
        return row;
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell CellOf(int row, CellDraft draft, StyleTable styles, TextTable texts)
    {
        var isText = draft is { Text: not null, Formula: null };
        var cell = new DocumentFormat.OpenXml.Spreadsheet.Cell
        {
            CellReference = new CellAddress(row, draft.Column).ToString(),
            StyleIndex = styles.NumberOf(draft.Style, isText && StartsLikeFormula(draft.Text!)),
        };
        if (draft.Formula is not null)
            cell.Append(new CellFormula(EscapedText.Encode(draft.Formula)));
        if (draft.Text is not null)
        {
            cell.DataType = isText ? CellValues.SharedString : CellValues.String;
            cell.Append(new CellValue(isText ? texts.NumberOf(draft.Text) : EscapedText.Encode(draft.Text)));
        }
        else if (draft.Number is { } number)
        {
            cell.Append(new CellValue(Digits(number, exact: draft.Formula is null, cell.CellReference!)));
        }

        return cell;
    }

    private static bool StartsLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static string Digits(decimal number, bool exact, string address)
    {
        var digits = number.ToString("0.############################", CultureInfo.InvariantCulture);
        if (!CellNumber.TryParse(digits, out var kept) || (exact && kept != number))
            throw new ArgumentException($"Excel cannot hold this draft: {address} has more than 15 significant digits.");
        return kept.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    private static void WriteTail(OpenXmlWriter writer, SheetDraft sheet, StyleTable styles)
    {
        if (sheet.Protected)
            writer.WriteElement(new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false });
        if (sheet.AutoFilter is { } table)
            writer.WriteElement(new AutoFilter { Reference = table.ToString() });
        if (sheet.MergedRanges.Count > 0)
            writer.WriteElement(new MergeCells(sheet.MergedRanges.Select(r => new MergeCell { Reference = r.ToString() })));
        foreach (var (priority, fill) in sheet.ConditionalFills.Index())
            writer.WriteElement(Conditional(fill, priority + 1, styles));
        if (sheet.Validations.Count > 0)
            writer.WriteElement(new DataValidations(sheet.Validations.Select(Validation)) { Count = (uint)sheet.Validations.Count });
        var links = sheet.Rows.SelectMany(r => r.Cells.Where(c => c.Link is not null)
            .Select(c => new Hyperlink { Reference = new CellAddress(r.Row, c.Column).ToString(), Location = c.Link, Display = c.Text })).ToList();
        if (links.Count > 0)
            writer.WriteElement(new Hyperlinks(links));
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup
        {
            PaperSize = A4,
            Orientation = sheet.Print.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = sheet.Print.FitToWidth ? 1u : null,
            FitToHeight = sheet.Print.FitToWidth ? 0u : null,
        });
        if (sheet.Print.Footer is not null)
            writer.WriteElement(new HeaderFooter(new OddFooter("&C" + sheet.Print.Footer)));
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
