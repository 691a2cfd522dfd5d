using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Reports.Sheets;

/// <summary>The sums a sheet prints, as formulas over the cells they are printed in.</summary>
internal sealed class PrintedSums
{
    private readonly Dictionary<string, (CellAddress Cell, decimal Number)> places;
    private readonly Dictionary<string, Identity> sums = [];

    /// <param name="identities">The sums of the report, in order.</param>
    /// <param name="places">Where on the sheet each amount stands, and as which number.</param>
    public PrintedSums(IEnumerable<Identity> identities, Dictionary<string, (CellAddress Cell, decimal Number)> places)
    {
        this.places = places;
        foreach (var identity in identities)
        {
            // A total may be the sum of its row and of its column; the one is enough, and both would go in a circle sooner or later.
            if (!sums.ContainsKey(identity.Total) && Holds(identity) && !identity.Terms.Any(t => Uses(t.Figure, identity.Total))) sums[identity.Total] = identity;
        }
    }

    /// <summary>The formula of a figure that is a sum of others on its sheet; null for any other, and for a sum that does not add up as printed.</summary>
    public string? Formula(string figure)
    {
        if (!sums.TryGetValue(figure, out var sum)) return null;
        var terms = sum.Terms.Select((t, i) => $"{(t.Sign < 0 ? "-" : i > 0 ? "+" : "")}{places[t.Figure].Cell}");
        return $"ROUND({string.Concat(terms)},2)";
    }

    private bool Holds(Identity identity) => places.TryGetValue(identity.Total, out var total) && identity.Terms.All(t => places.ContainsKey(t.Figure))
        && identity.Terms.Sum(t => t.Sign * places[t.Figure].Number) == total.Number;

    private bool Uses(string figure, string other) => figure == other || (sums.TryGetValue(figure, out var sum) && sum.Terms.Any(t => Uses(t.Figure, other)));
}
