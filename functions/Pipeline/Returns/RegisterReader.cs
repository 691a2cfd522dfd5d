using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>Reads the filled lines of a register.</summary>
internal static class RegisterReader
{
    public static IEnumerable<RegisterLine> Read(FormSheet form, FindingList findings)
    {
        if (form.Form.Register is not { } register) yield break;
        var captions = register.CaptionRow + form.ShiftedBy(register);
        foreach (var column in register.Columns) form.CheckCaption(captions, column.Letter, column.Caption, findings);

        var columns = register.Columns.ToDictionary(c => FormSheet.ColumnNumber(c.Letter));
        foreach (var line in form.Sheet.Cells
            .Where(c => c.Key.Row > captions && columns.ContainsKey(c.Key.Column) && c.Value.Text.Trim().Length > 0)
            .GroupBy(c => c.Key.Row).OrderBy(g => g.Key))
        {
            var values = new Dictionary<string, string>();
            Dictionary<string, string>? texts = null;
            foreach (var (address, cell) in line.OrderBy(c => c.Key.Column))
            {
                var column = columns[address.Column];
                if (Value(cell, column, Place(form, column, line.Key), findings) is not { } value) continue;
                values[column.Code] = value;
                if (column.Kind is RegisterKind.Money or RegisterKind.Number && value != cell.Text) (texts ??= [])[column.Code] = CellText.Short(cell.Text);
            }

            foreach (var column in register.Columns.Where(c => c.Required && !line.Any(v => v.Key.Column == FormSheet.ColumnNumber(c.Letter))))
                findings.Add("R-F-08", Place(form, column, line.Key), ("值", "（空）"), ("应为", column.Caption));
            yield return new RegisterLine(form.Form.Code, form.Sheet.Name, line.Key, values, texts ?? CellText.NoneKept);
        }
    }

    private static Place Place(FormSheet form, RegisterColumn column, int row) =>
        Returns.Place.OfCell(form.Sheet.Name, $"{column.Letter}{row}", column.Caption);

    private static string? Value(Cell cell, RegisterColumn column, Place place, FindingList findings)
    {
        switch (column.Kind)
        {
            case RegisterKind.Money:
                return AmountReader.Read(cell, Measure.Money, place, findings) is { } raw
                    ? ((decimal)raw / Measure.Money.Scale()).ToString(CultureInfo.InvariantCulture)
                    : null;
            case RegisterKind.Number when cell.Number is { } huge && cell.Kind == CellKind.Number && AmountReader.IsBeyondBounds(huge):
                findings.Add("R-F-15", place, ("值", cell.Text));
                return null;
            case RegisterKind.Number when cell.Number is { } number && cell.Kind == CellKind.Number:
                return number.ToString(CultureInfo.InvariantCulture);
            case RegisterKind.Date when Day(cell) is { } day:
                return day;
            case RegisterKind.Text when cell.Kind is not CellKind.Error && Allowed(column, cell.Text.Trim()):
                return cell.Text.Trim();
            default:
                findings.Add("R-F-08", place, ("值", cell.Text), ("应为", Expected(column)));
                return null;
        }
    }

    // A date may carry a time of day; a time alone is no date.
    private static string? Day(Cell cell)
    {
        var text = cell.Text.Trim();
        if (cell.Kind == CellKind.Date && text.Length > 10) text = text[..10];
        var isDay = cell.Kind is CellKind.Date or CellKind.Text
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return isDay ? text : null;
    }

    private static bool Allowed(RegisterColumn column, string text) => column.Choices.Count == 0 || column.Choices.Contains(text);

    private static string Expected(RegisterColumn column) => column.Kind switch
    {
        RegisterKind.Number => "数字",
        RegisterKind.Date => "日期（如 2023-12-31）",
        _ when column.Choices.Count > 0 => string.Join("、", column.Choices),
        _ => "文字",
    };
}
