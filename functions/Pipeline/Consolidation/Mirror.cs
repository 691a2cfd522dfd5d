using Pipeline.Catalogue;

namespace Pipeline.Consolidation;

/// <summary>A transfer as both sides booked it, in one column.</summary>
/// <param name="Elimination">Which transfer.</param>
/// <param name="Column">Which column.</param>
/// <param name="Provincial">分 in the return of 省本级.</param>
/// <param name="Prefectures">分 over all prefectures.</param>
internal sealed record Mirror(Elimination Elimination, Column Column, long Provincial, long Prefectures)
{
    /// <summary>What both sides agree was transferred: never more than either booked.</summary>
    public long Common => Math.Sign(Provincial) == Math.Sign(Prefectures)
        ? Math.Sign(Provincial) * Math.Min(Math.Abs(Provincial), Math.Abs(Prefectures))
        : 0;

    /// <summary>Every transfer in every column that is typed.</summary>
    public static IEnumerable<Mirror> All(YearCatalogue catalogue, Snapshot snapshot)
    {
        var booked = new Dictionary<(UnitKind Kind, string Item, string Column), long>();
        var items = catalogue.Eliminations.SelectMany(e => new[] { e.Provincial, e.Prefecture }).ToHashSet();
        foreach (var unit in snapshot.Units)
        {
            if (catalogue.FindUnit(unit.Unit)?.Kind is not { } kind) continue;
            foreach (var row in unit.Return.Items.Where(i => items.Contains(i.Item)))
                foreach (var (column, value) in row.Values)
                    booked[(kind, row.Item, column)] = checked(booked.GetValueOrDefault((kind, row.Item, column)) + value);
        }

        return catalogue.Eliminations.SelectMany(
            elimination => catalogue.FindItem(elimination.Provincial)!.Value.Form.ValueColumns.Where(c => c.Formula is null),
            (elimination, column) => new Mirror(
                elimination, column, booked.GetValueOrDefault((UnitKind.Provincial, elimination.Provincial, column.Code)),
                booked.GetValueOrDefault((UnitKind.Prefecture, elimination.Prefecture, column.Code))));
    }
}
