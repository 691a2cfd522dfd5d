using Capacity.Costing;
using static Capacity.Printing.Page;

namespace Capacity.Printing;

/// <summary>Which limit is met first, and what to change then.</summary>
internal static class LimitPart
{
    // What hardly moves is not looked at twice.
    private const double Worth = 0.02;

    public static void Print(Page page, Estimate estimate)
    {
        var (limits, met) = (CapacitySection.Printed.Select(estimate.Limits).ToList(), estimate.MetAt());
        var platform = estimate.Assumed.Platform;
        page.Write(
            $"Which limit is met first: share of it that is used in the busiest second or run, bold where it is met. The simulation goes on beyond a limit; the store would slow down, the instance end. An instance of {platform.MemoryMb:N0} MB also holds the Functions host: {platform.AppMb:N0} are left.");
        page.Head(["limit", "", .. CapacitySection.Printed.Select(u => Say($"{u:N0} units")), "met at about", "then"]);
        var order = limits[0].Select((limit, at) => (limit, at)).OrderBy(l => met[l.limit.Name] ?? int.MaxValue).ThenByDescending(l => limits[^1][l.at].Share).ToList();
        foreach (var (limit, at) in order.Where(l => limits[^1][l.at].Share >= Worth))
        {
            page.Row(
            [
                limit.Name, Say($"{limit.Most:#,##0.##}"), .. limits.Select(l => l[at].Share >= 1 ? Say($"**{l[at].Share:P0}**") : Say($"{l[at].Share:P1}")),
                met[limit.Name] is { } units ? Say($"{units:N0} units") : Say($"beyond {CapacitySection.Printed[^1]:N0}"), limit.Then,
            ]);
        }

        page.EndTable();
        var safe = CapacitySection.Printed.Where((_, column) => limits[column].All(l => l.Share < 1)).Select(u => Say($"{u:N0}")).ToList();
        var none = safe.Count > 0 ? $"With {string.Join(" and ", safe)} units none is met in {estimate.Host.KeptYears} years. " : "";
        page.Write($"{none}Below {Worth:P0} at every size: {string.Join("; ", order.Where(l => limits[^1][l.at].Share < Worth).Select(l => l.limit.Name))}.");
    }
}
