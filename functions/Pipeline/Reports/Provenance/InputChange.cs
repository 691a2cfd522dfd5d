using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Returns;

namespace Pipeline.Reports.Provenance;

/// <summary>One cell of one return, typed anew.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="Item">Item code.</param>
/// <param name="Column">Column code.</param>
/// <param name="Raw">Its new value: 分, persons.</param>
public sealed record InputChange(string Unit, string Item, string Column, long Raw)
{
    /// <summary>What stands there in a snapshot; null when nothing does.</summary>
    public static long? Now(Snapshot snapshot, string unit, string item, string column) =>
        snapshot.Units.FirstOrDefault(u => u.Unit == unit)?.Return.Items.FirstOrDefault(i => i.Item == item) is { } row && row.Values.TryGetValue(column, out var raw)
            ? raw
            : null;

    /// <summary>Why the cell cannot be changed so, Chinese; null when it can.</summary>
    public string? Obstacle(YearCatalogue catalogue, Snapshot snapshot)
    {
        if (catalogue.FindUnit(Unit) is not { Reports: true } unit) return $"没有填报单位 {Unit}，请核对单位代码。";
        if (snapshot.Units.All(u => u.Unit != Unit)) return $"{unit.Name}没有已生效的报表，无从假设。";
        if (catalogue.FindItem(Item) is not { } found) return $"没有项目 {Item}，请核对项目编码。";
        if (!found.Form.IsFiledBy(unit.Kind)) return $"{unit.Name}不填报{found.Form.Sheet}。";
        if (found.Form.ValueColumns.FirstOrDefault(c => c.Code == Column) is not { } column || !found.Item.Has(Column)) return $"项目 {Item} 没有 {Column} 栏。";
        if (Recalculation.FormulaOf(found.Item, column) is not null)
        {
            var parts = new FormulaParts(catalogue).Of(Item, Column).Select(p => $"{p.Item}@{p.Column}");
            return $"{CellNames.Of(catalogue, Item, Column)}是计算得出的，请改变它的组成项目：{string.Join("、", parts)}。";
        }

        return found.Item.Measure == Measure.Count && Raw < 0 ? $"{CellNames.Of(catalogue, Item, Column)}不能小于 0。" : null;
    }

    /// <summary>The snapshot with the cell changed and the formulas of its return computed anew; what was typed over a formula stays typed.</summary>
    public Snapshot Apply(YearCatalogue catalogue, Snapshot snapshot) =>
        snapshot with { Units = [.. snapshot.Units.Select(u => u.Unit == Unit ? u with { Return = Apply(catalogue, u.Return) } : u)] };

    private Return Apply(YearCatalogue catalogue, Return before)
    {
        var given = new Dictionary<(string, string), long>();
        foreach (var row in before.Items)
        {
            foreach (var (column, raw) in row.Values.Where(v => IsTyped(catalogue, row.Item, v.Key))) given[(row.Item, column)] = raw;
        }

        var shown = new Recalculation(catalogue, new Dictionary<(string, string), long>(given));
        foreach (var row in before.Items)
        {
            foreach (var (column, raw) in row.Values.Where(v => shown.Value(row.Item, v.Key) != v.Value)) given[(row.Item, column)] = raw;
        }

        given[(Item, Column)] = Raw;
        var values = new Recalculation(catalogue, given);
        return before with { Items = [.. before.Items.Select(Changed)] };

        ItemRow Changed(ItemRow row)
        {
            var now = Columns(catalogue, row).Where(c => values.Value(row.Item, c) is not null).ToDictionary(c => c, c => values.Value(row.Item, c)!.Value);
            // What nobody uploaded has no text.
            var same = now.Count == row.Values.Count && now.All(v => row.Values.TryGetValue(v.Key, out var raw) && raw == v.Value);
            return row with { Values = now, Texts = same ? row.Texts : null };
        }
    }

    // A cell left blank is no zero, but a cell typed now has a value.
    private IEnumerable<string> Columns(YearCatalogue catalogue, ItemRow row)
    {
        if (catalogue.FindItem(row.Item) is not { } found) return row.Values.Keys;
        return found.Form.ValueColumns.Where(c => found.Item.Has(c.Code)).Select(c => c.Code)
            .Where(c => row.Values.ContainsKey(c) || !IsTyped(catalogue, row.Item, c) || (row.Item == Item && c == Column));
    }

    private static bool IsTyped(YearCatalogue catalogue, string item, string column) =>
        catalogue.FindItem(item) is not { } found || Recalculation.FormulaOf(found.Item, found.Form.Columns.FirstOrDefault(c => c.Code == column)) is null;
}
