using Capacity.Costing;
using static Capacity.Printing.Page;

namespace Capacity.Printing;

/// <summary>The year at the stated prices.</summary>
internal static class BillPart
{
    public static void Print(Page page, Estimate estimate)
    {
        var years = CapacitySection.Printed.Select(u => estimate.Year(u)).ToList();
        var bills = years.Select(estimate.Bill).ToList();
        page.Write(
            $"Prices ([`prices.yaml`](scripts/Capacity/prices.yaml)) are list prices typed in by hand on {estimate.PricedOn}, of other regions, partly recalled: see there what to check. With 15 units nearly all of the bill of `prod` is due whatever is filed.");
        page.Head([Say($"the first year, {estimate.Currency}"), .. CapacitySection.Printed.Select(u => Say($"{u:N0} units"))]);
        page.Row(["app's storage calls, all year; executions; GB-seconds", .. years.Select(y => Say($"{y.Calls.Values.Sum():N0}; {y.Executions:N0}; {y.GigabyteSeconds:N0}"))]);
        foreach (var (index, (what, _)) in bills[0].Used.Index()) Line(what, b => b.Used[index].Amount);
        Line("fixed: dev", b => b.FixedDev);
        Line("**together, dev**", b => b.Dev, "**");
        foreach (var (index, (what, _)) in bills[0].MoreInProd.Index()) Line($"{what}: prod", b => b.MoreInProd[index].Amount);
        Line("fixed: prod", b => b.FixedProd);
        Line("**together, prod**", b => b.Prod, "**");
        page.EndTable();
        page.Write(
            $"Fixed in `prod`, {estimate.Currency} a month: {string.Join(", ", estimate.Fixed.Select(f => Say($"{f.Prod} {f.Name} {f.Prod * f.Amount:0.00}")))}; in `dev` only the alert rules. Not in it: always-ready instances, traffic out of the region and through the private endpoints, the",
            $"accounts' own logs and their keeping beyond a month, HTTP calls. The calls of host and platform are assumed, not counted.");
        var impossible = CapacitySection.Printed.Where(u => estimate.Limits(u).Any(l => l is { Name: Limit.ReportMemory, Share: >= 1 })).Select(u => Say($"{u:N0}")).ToList();
        if (impossible.Count > 0)
            page.Write($"With {string.Join(" and ", impossible)} units the report does not fit into an instance as it is set (see the limits): there, reports are priced that this app could not write.");

        void Line(string what, Func<Bill, double> of, string mark = "") => page.Row([what, .. bills.Select(b => Say($"{mark}{of(b):N2}{mark}"))]);
    }
}
