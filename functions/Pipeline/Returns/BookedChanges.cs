using Pipeline.Catalogue;

namespace Pipeline.Returns;

/// <summary>What amounts booked to a locked return change of its values, sums recomputed.</summary>
internal sealed class BookedChanges
{
    private readonly Recalculation before;
    private readonly Recalculation after;

    /// <param name="catalogue">Where the formulas are.</param>
    /// <param name="locked">The return, which stays as it was submitted.</param>
    /// <param name="booked">Item, column and the raw amount that is added.</param>
    public BookedChanges(YearCatalogue catalogue, Return locked, IEnumerable<(string Item, string Column, long Amount)> booked)
    {
        var typed = locked.Items.Where(i => catalogue.FindItem(i.Item) is { Item.Formula: null })
            .SelectMany(i => i.Values.Select(v => ((i.Item, v.Key), v.Value))).ToDictionary(v => v.Item1, v => v.Value);
        var changed = new Dictionary<(string, string), long>(typed);
        foreach (var (item, column, amount) in booked) changed[(item, column)] = changed.GetValueOrDefault((item, column)) + amount;
        (before, after) = (new Recalculation(catalogue, typed), new Recalculation(catalogue, changed));
    }

    /// <summary>Raw; null when the value, or something it is made of, is missing.</summary>
    public long? Of(string item, string column) => after.Value(item, column) - before.Value(item, column);
}
