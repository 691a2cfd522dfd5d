using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>A form as it lies in the uploaded workbook: finds the row of each item by its code, wherever it moved to.</summary>
[Judges("R-D-04")]
[Judges("R-F-05")]
[Judges("R-F-06")]
[Judges("R-F-07")]
[Judges("R-F-14")]
internal sealed class FormSheet(Form form, Sheet sheet)
{
    private readonly Dictionary<string, int> rows = [];

    public Form Form => form;

    public Sheet Sheet => sheet;

    /// <summary>Row in the sheet; null when the item's code is nowhere.</summary>
    public int? Row(Item item) => rows.TryGetValue(item.Code, out var row) ? row : null;

    /// <summary>The cell of an item in a column; null when it is empty.</summary>
    public Cell? Cell(int row, Column column) => sheet[new CellAddress(row, ColumnNumber(column.Letter))];

    public Place Place(Item item, int row, string letter) =>
        new(sheet.Name, $"{letter}{row}", item.Code, item.Label.Trim('　'));

    /// <summary>Finds captions, codes and hidden parts, and reports what is not as the template has it.</summary>
    public void Locate(FindingList findings)
    {
        foreach (var column in form.Columns) CheckCaption(Form.CaptionRow, column.Letter, column.Caption, findings);
        if (form.Items.Count > 0) LocateCodes(findings);
        CheckHidden(findings);
    }

    /// <summary>1-based number of a column's letters.</summary>
    public static int ColumnNumber(string letter) => CellAddress.Parse(letter + "1").Column;

    public void CheckCaption(int row, string letter, string caption, FindingList findings)
    {
        var found = sheet[new CellAddress(row, ColumnNumber(letter))]?.Text.Trim() ?? "";
        if (found != caption)
            findings.Add("R-F-05", Returns.Place.OfCell(sheet.Name, $"{letter}{row}"), ("列", letter), ("应为", caption), ("实际", found));
    }

    private void LocateCodes(FindingList findings)
    {
        var known = form.Items.ToDictionary(i => i.Code);
        var codes = new Dictionary<int, string>();
        var column = ColumnNumber(form.Columns.First(c => c.Kind == ColumnKind.Code).Letter);
        var last = form.Register is { } register ? ShiftedBy(register) + register.CaptionRow : int.MaxValue;
        foreach (var ((row, _), cell) in sheet.Cells
            .Where(c => c.Key.Column == column && c.Key.Row > Form.CaptionRow && c.Key.Row < last).OrderBy(c => c.Key.Row))
        {
            var code = cell.Text.Trim();
            var place = Returns.Place.OfCell(sheet.Name, $"{CellAddress.ColumnName(column)}{row}");
            if (code.Length == 0) continue;
            codes[row] = code;
            if (!known.TryGetValue(code, out var item))
                findings.Add("R-F-07", place, ("情况", "出现模板外的"), ("编码", code));
            else if (!rows.TryAdd(code, row))
                findings.Add("R-D-04", place, ("编码", code), ("行1", $"{rows[code]}"), ("行2", $"{row}"));
            else if (row != item.Row)
                findings.Add("R-F-06", Place(item, row, CellAddress.ColumnName(column)), ("项目", item.Label.Trim('　')), ("应为", $"{item.Row}"), ("实际", $"{row}"));
        }

        foreach (var item in form.Items.Where(i => !rows.ContainsKey(i.Code)))
        {
            // Another code in its place is the cell to mend; a row that is gone has none.
            var replaced = codes.TryGetValue(item.Row, out var there) && there != item.Code && (!known.ContainsKey(there) || rows[there] != item.Row);
            var place = replaced ? Returns.Place.OfCell(sheet.Name, $"{CellAddress.ColumnName(column)}{item.Row}") : Returns.Place.OfSheet(sheet.Name);
            findings.Add("R-F-07", place, ("情况", "缺少"), ("编码", item.Code));
        }
    }

    /// <summary>How many rows further down than in the template the register's captions stand.</summary>
    public int ShiftedBy(Register register)
    {
        var first = register.Columns[0];
        var column = ColumnNumber(first.Letter);
        var found = sheet.Cells
            .Where(c => c.Key.Column == column && c.Key.Row >= Form.CaptionRow && c.Value.Text.Trim() == first.Caption)
            .Select(c => c.Key.Row).DefaultIfEmpty(register.CaptionRow);
        return found.MinBy(row => Math.Abs(row - register.CaptionRow)) - register.CaptionRow;
    }

    private void CheckHidden(FindingList findings)
    {
        if (sheet.State != SheetState.Visible)
            findings.Add("R-F-14", Returns.Place.OfSheet(sheet.Name), ("位置", $"工作表“{sheet.Name}”"));
        foreach (var (code, row) in rows.Where(r => sheet.HiddenRows.Contains(r.Value)))
            findings.Add("R-F-14", Returns.Place.OfCell(sheet.Name, $"A{row}", code), ("位置", $"第{row}行"));
        foreach (var column in form.Columns.Where(c => c.Kind != ColumnKind.Code && sheet.HiddenColumns.Contains(ColumnNumber(c.Letter))))
            findings.Add("R-F-14", Returns.Place.OfCell(sheet.Name, $"{column.Letter}{Form.CaptionRow}"), ("位置", $"{column.Letter}列"));
    }
}
