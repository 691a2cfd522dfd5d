using Pipeline.Catalogue;

namespace Pipeline.Returns.Receipts;

/// <summary>变动: every cell in which two returns of a unit differ, in the order of the forms.</summary>
public static class ReturnDiff
{
    /// <summary>What stands for the column where a line is new or gone.</summary>
    internal const string WholeLine = "整行";

    // A line put in between numbers all later ones anew; that changes none of them.
    private const string RunningNumber = "序号";

    /// <summary>What changed from one return to the next. Rows are found by item, lines by what they say: moving one is no change.</summary>
    public static IReadOnlyList<CellChange> Between(YearCatalogue catalogue, Return before, Return after) =>
        [.. catalogue.Forms.SelectMany(form => Items(form, before, after).Concat(Lines(form, before, after)))];

    private static IEnumerable<CellChange> Items(Form form, Return before, Return after)
    {
        var (old, now) = (Rows(before), Rows(after));
        foreach (var item in form.Items)
        {
            var (was, isNow) = (old.GetValueOrDefault(item.Code), now.GetValueOrDefault(item.Code));
            if ((isNow ?? was) is not { } row) continue;
            foreach (var column in form.ValueColumns.Where(c => item.Has(c.Code)))
            {
                var (from, to) = (Print(was, item, column), Print(isNow, item, column));
                if (from != to) yield return new CellChange(row.Sheet, $"{column.Letter}{row.Row}", item.Label.Trim('　'), column.Caption, from, to);
            }
        }

        Dictionary<string, ItemRow> Rows(Return of) => of.Items.Where(i => i.Form == form.Code).ToDictionary(i => i.Item);
    }

    private static string Print(ItemRow? row, Item item, Column column) =>
        row is not null && row.Values.TryGetValue(column.Code, out var raw) ? AmountReader.Print(raw, item.Measure) : "";

    private static IEnumerable<CellChange> Lines(Form form, Return before, Return after)
    {
        var columns = Columns(form);
        if (columns.Count == 0) yield break;
        foreach (var (was, line) in LinePairs.Changed([.. columns.Select(c => c.Code)], Of(before), Of(after)))
        {
            if (was is null) yield return new CellChange(line!.Sheet, $"{columns[0].Letter}{line.Row}", $"第{line.Row}行", WholeLine, "", Says(line));
            else if (line is null) yield return new CellChange(was.Sheet, $"{columns[0].Letter}{was.Row}", $"第{was.Row}行", WholeLine, Says(was), "");
            else
            {
                foreach (var (code, letter, caption) in columns.Where(c => Value(was, c.Code) != Value(line, c.Code)))
                    yield return new CellChange(line.Sheet, Address(form, code, letter, line), Label(form, line), caption, Value(was, code), Value(line, code));
            }
        }

        IEnumerable<RegisterLine> Of(Return of) => of.Lines.Where(l => l.Form == form.Code);
        string Says(RegisterLine line) => string.Join('｜', columns.Select(c => Value(line, c.Code)));
    }

    private static List<(string Code, string Letter, string Caption)> Columns(Form form) => form.Fields.Count > 0
        ? [.. form.Fields.Select(f => (f.Code, f.Cell, f.Label))]
        : [.. (form.Register?.Columns ?? []).Where(c => c.Caption != RunningNumber).Select(c => (c.Code, c.Letter, c.Caption))];

    // A field of the cover has its cell, a column of a register only its letter.
    private static string Address(Form form, string code, string letter, RegisterLine line) =>
        form.Fields.FirstOrDefault(f => f.Code == code)?.Cell ?? $"{letter}{line.Row}";

    private static string Label(Form form, RegisterLine line) => form.Fields.Count > 0 ? form.Title : $"第{line.Row}行";

    private static string Value(RegisterLine line, string code) => line.Values.GetValueOrDefault(code, "");
}
