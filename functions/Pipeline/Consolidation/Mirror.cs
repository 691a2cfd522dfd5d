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

    public static Mirror Of(YearCatalogue catalogue, Snapshot snapshot, Elimination elimination, Column column)
    {
        long Booked(string item, UnitKind kind) => snapshot.Units
            .Where(u => catalogue.FindUnit(u.Unit)?.Kind == kind)
            .SelectMany(u => u.Return.Items.Where(i => i.Item == item))
            .Sum(i => i.Values.GetValueOrDefault(column.Code));

        return new Mirror(
            elimination, column, Booked(elimination.Provincial, UnitKind.Provincial), Booked(elimination.Prefecture, UnitKind.Prefecture));
    }
}
