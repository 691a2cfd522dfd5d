using System.Globalization;
using Pipeline.Consolidation;
using Pipeline.Returns;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Golden;

/// <summary>The real figures of 2023: what must come out, and the values of the fifteen units that go in.</summary>
internal static class Golden2023
{
    /// <summary>Id → printed text and unit, in the order of the report.</summary>
    public static IReadOnlyList<(string Id, string Label, string Printed, string Unit, string Bound)> Figures { get; } =
        [.. Lines("Golden/2023/figures.csv").Select(Split).Select(f => (f[0], f[2], f[3], f[4], f[5]))];

    /// <summary>The fifteen returns, with the rows that the file of values gives.</summary>
    public static Snapshot Snapshot() => SnapshotOf(Values());

    /// <summary>Unit, item, column → raw value.</summary>
    public static Dictionary<(string Unit, string Item, string Column), long> Values() =>
        Lines("samples/2023/values.csv").Select(line => line.Split(',')).ToDictionary(
            f => (f[0], f[2], f[3]),
            f => (long)(decimal.Parse(f[4], CultureInfo.InvariantCulture) * (f[5] == "yuan" ? 100 : 1)));

    public static Snapshot SnapshotOf(Dictionary<(string Unit, string Item, string Column), long> values)
    {
        var units = values.GroupBy(v => v.Key.Unit).OrderBy(g => g.Key).Select(unit => new SnapshotUnit(
            unit.Key, new string('0', 58) + unit.Key, $"{unit.Key}.xlsx", new Return(2023, unit.Key, [.. Rows(unit)], [])));
        return new Snapshot(2023, "golden", Catalogue2023.Value.Version, [.. units], []);
    }

    /// <summary>The rows the file gives, completed by the rows computed from them.</summary>
    private static IEnumerable<ItemRow> Rows(IEnumerable<KeyValuePair<(string Unit, string Item, string Column), long>> unit)
    {
        var given = unit.ToDictionary(v => (v.Key.Item, v.Key.Column), v => v.Value);
        // The file gives the adjusted budget only: it was budgeted so from the start.
        foreach (var ((item, column), value) in given.Where(v => v.Key.Column == "B1").ToList()) (given[(item, "B0")], given[(item, "BADJ")]) = (value, 0);
        var retirees = given[("EI.BASE.RETIREES", "CUR")];
        given[("EI.BASE.ACTIVE", "CUR")] = given[("EI.BASE.INSURED", "CUR")] - retirees;
        (given[("EI.BASE.RETIREES.LX", "CUR")], given[("EI.BASE.RETIREES.TX", "CUR")], given[("EI.BASE.RETIREES.TZ", "CUR")]) = (0, retirees, 0);
        var values = new Recalculation(Catalogue2023.Value, given);
        foreach (var form in Catalogue2023.Value.Forms)
        {
            foreach (var item in form.Items)
            {
                var row = form.ValueColumns.Where(c => item.Has(c.Code) && values.Value(item.Code, c.Code) is not null)
                    .ToDictionary(c => c.Code, c => values.Value(item.Code, c.Code)!.Value);
                if (row.Count > 0) yield return new ItemRow(form.Code, item.Code, form.Sheet, item.Row, row);
            }
        }
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)).Skip(1).Where(line => line.Length > 0);

    private static string[] Split(string line)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) fields.Add("");
            else fields[^1] += c;
        }

        return [.. fields];
    }
}
