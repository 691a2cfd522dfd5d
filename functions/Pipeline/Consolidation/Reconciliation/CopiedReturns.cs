using System.Globalization;
using System.Text;
using Pipeline.Returns;

namespace Pipeline.Consolidation.Reconciliation;

/// <summary>Two units that report the very same values: one of them sent the other's data.</summary>
internal sealed class CopiedReturns : IYearJudgement
{
    public string Rule => "R-D-02";

    public IEnumerable<Finding> Judge(YearSubject year)
    {
        // A return of zeros is told by R-C-10; two of them are not thereby copied.
        foreach (var same in year.Snapshot.Units.Where(u => u.Return.Items.Any(i => i.Values.Values.Any(v => v != 0))).GroupBy(u => Values(u.Return)).Where(g => g.Count() > 1))
        {
            foreach (var unit in same)
                yield return year.Tell(Rule, unit.Unit, Place.File, ("单位", string.Join("、", same.Where(o => o != unit).Select(o => year.Name(o.Unit)))));
        }
    }

    private static string Values(Return of)
    {
        var text = new StringBuilder();
        foreach (var item in of.Items.OrderBy(i => i.Item, StringComparer.Ordinal))
        {
            text.Append(item.Item);
            foreach (var (column, value) in item.Values.OrderBy(v => v.Key, StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $" {column}{value}");
            text.Append('\n');
        }

        return text.ToString();
    }
}
