using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Consolidation.Reconciliation;
using Pipeline.Returns;

namespace Pipeline.Consolidation;

/// <summary>汇总 and 合并: node 9 = node 7 + node 1, with every total recomputed rather than added up.</summary>
[Judges("R-C-13")]
public static class Province
{
    /// <summary>Consolidates a snapshot. The same snapshot always gives the same result.</summary>
    /// <param name="catalogue">The year.</param>
    /// <param name="snapshot">The returns in force.</param>
    /// <param name="counts">Heads by item as the province's own system counts them, to be compared with; null when nobody said.</param>
    public static ConsolidatedYear Consolidate(YearCatalogue catalogue, Snapshot snapshot, IReadOnlyDictionary<string, long>? counts = null)
    {
        var findings = new FindingList(catalogue);
        if (snapshot.Missing.Count > 0)
        {
            var expected = snapshot.Units.Count + snapshot.Missing.Count;
            findings.Add(
                "R-C-13", Place.File, ("n", Print(snapshot.Units.Count)), ("应报", Print(expected)),
                ("名单", string.Join("、", snapshot.Missing.Select(code => catalogue.FindUnit(code)?.Name ?? code))));
        }

        var sum = AddUp(catalogue, snapshot.Units.Select(u => u.Return));
        var difference = Eliminate(catalogue, snapshot);
        var consolidated = new Dictionary<(string, string), long>(sum);
        foreach (var (key, value) in difference) consolidated[key] = consolidated.GetValueOrDefault(key) + value;

        var nodes = new[]
        {
            Make(Node.Sum, catalogue, sum), Make(Node.Difference, catalogue, difference), Make(Node.Consolidated, catalogue, consolidated),
        };
        var between = YearRules.Check(new YearSubject(catalogue, snapshot, nodes[^1], counts));
        return new ConsolidatedYear(snapshot, nodes.ToDictionary(n => n.Id), [.. findings.All, .. between]);
    }

    /// <summary>Adds up what was typed; what is computed follows from it.</summary>
    private static Dictionary<(string, string), long> AddUp(YearCatalogue catalogue, IEnumerable<Return> returns)
    {
        var sums = new Dictionary<(string, string), long>();
        foreach (var row in returns.SelectMany(r => r.Items))
        {
            if (catalogue.FindItem(row.Item) is not { Item.Formula: null } found) continue;
            foreach (var column in TypedColumns(found.Form).Where(row.Values.ContainsKey))
                sums[(row.Item, column)] = checked(sums.GetValueOrDefault((row.Item, column)) + row.Values[column]);
        }

        return sums;
    }

    /// <summary>The typed values of node 1: minus what both sides booked, on both sides.</summary>
    private static Dictionary<(string, string), long> Eliminate(YearCatalogue catalogue, Snapshot snapshot)
    {
        var taken = new Dictionary<(string, string), long>();
        var forms = catalogue.Eliminations.Select(e => catalogue.FindItem(e.Provincial)!.Value.Form).Distinct();
        foreach (var form in forms)
        {
            foreach (var item in form.Items.Where(i => i.Formula is null && i.Kind != ItemKind.OfWhich))
            {
                foreach (var column in TypedColumns(form)) taken[(item.Code, column)] = 0;
            }
        }

        foreach (var mirror in Mirror.All(catalogue, snapshot))
        {
            taken[(mirror.Elimination.Provincial, mirror.Column.Code)] -= mirror.Common;
            taken[(mirror.Elimination.Prefecture, mirror.Column.Code)] -= mirror.Common;
        }

        return taken;
    }

    private static Node Make(string id, YearCatalogue catalogue, Dictionary<(string, string), long> typed)
    {
        var all = new Recalculation(catalogue, typed);
        var values = new Dictionary<(string, string), long>();
        foreach (var form in catalogue.Forms)
        {
            foreach (var item in form.Items)
            {
                foreach (var column in form.ValueColumns.Where(c => item.Has(c.Code)))
                {
                    if (all.Value(item.Code, column.Code) is { } value) values[(item.Code, column.Code)] = value;
                }
            }
        }

        return new Node(id, values);
    }

    private static IEnumerable<string> TypedColumns(Form form) => form.ValueColumns.Where(c => c.Formula is null).Select(c => c.Code);

    private static string Print(int count) => count.ToString(CultureInfo.InvariantCulture);
}
