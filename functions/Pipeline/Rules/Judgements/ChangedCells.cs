using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>The cells a clerk changed between two returns. The cover is left out, it always changes; so is a formula that only follows what was typed.</summary>
internal static class ChangedCells
{
    private const string Cover = "S00";

    /// <summary>The cells by where they stood in the earlier return, which is where a ticket names them.</summary>
    public static IEnumerable<Place> Between(YearCatalogue catalogue, Return before, Return after) =>
        Items(catalogue, before, after).Concat(Lines(catalogue, before, after));

    private static IEnumerable<Place> Items(YearCatalogue catalogue, Return before, Return after)
    {
        var (old, now) = (Typed(catalogue, before), Typed(catalogue, after));
        var stood = after.Items.Concat(before.Items).GroupBy(i => i.Item).ToDictionary(g => g.Key, g => g.Last());
        foreach (var (item, column) in old.Keys.Union(now.Keys))
        {
            if (old.TryGetValue((item, column), out var was) && now.TryGetValue((item, column), out var value) && was == value) continue;
            if (!old.ContainsKey((item, column)) && !now.ContainsKey((item, column))) continue;
            var (form, known) = catalogue.FindItem(item)!.Value;
            var letter = form.Columns.First(c => c.Code == column).Letter;
            yield return new Place(stood[item].Sheet, $"{letter}{stood[item].Row}", item, known.Label.Trim('　'));
        }
    }

    /// <summary>Values of a return without those its formulas give.</summary>
    private static Dictionary<(string Item, string Column), long> Typed(YearCatalogue catalogue, Return of)
    {
        var cells = of.Items.SelectMany(i => i.Values.Select(v => (Key: (i.Item, v.Key), v.Value))).ToDictionary(c => c.Key, c => c.Value);
        var all = new Dictionary<(string, string), long>(cells);
        foreach (var (cell, raw) in cells.ToList())
        {
            var (form, item) = catalogue.FindItem(cell.Item)!.Value;
            if (Recalculation.FormulaOf(item, form.Columns.First(c => c.Code == cell.Key)) is null) continue;
            all.Remove(cell);
            if (new Recalculation(catalogue, all).Value(cell.Item, cell.Key) == raw) cells.Remove(cell);
            all[cell] = raw;
        }

        return cells;
    }

    private static IEnumerable<Place> Lines(YearCatalogue catalogue, Return before, Return after)
    {
        var (old, now) = (Cells(before), Cells(after));
        foreach (var (form, row, column) in old.Keys.Union(now.Keys))
        {
            if (old.GetValueOrDefault((form, row, column)) == now.GetValueOrDefault((form, row, column))) continue;
            var known = catalogue.Form(form);
            var found = known.Register!.Columns.First(c => c.Code == column);
            yield return Place.OfCell(known.Sheet, $"{found.Letter}{row}", found.Caption);
        }
    }

    private static Dictionary<(string Form, int Row, string Column), string> Cells(Return of) => of.Lines.Where(l => l.Form != Cover)
        .SelectMany(l => l.Values.Select(v => (Key: (l.Form, l.Row, v.Key), v.Value))).ToDictionary(c => c.Key, c => c.Value);
}
