using Capacity.Costing;
using static Capacity.Printing.Page;

namespace Capacity.Printing;

/// <summary>What the years that are kept do.</summary>
internal static class KeptPart
{
    public static void Print(Page page, Estimate estimate)
    {
        var kept = estimate.Host.KeptYears;
        var (first, last) = (CapacitySection.Printed.Select(u => estimate.Year(u)).ToList(), CapacitySection.Printed.Select(u => estimate.Year(u, kept)).ToList());
        page.Write(
            $"Nothing goes for {kept} years (`infra/prod.bicepparam`), and the sweep reads the facts and answers of all of them: 150 units in their {kept}th year are to it as {150 * kept:N0} in one. Years of the same size, on the measured line of rows:");
        page.Head([Say($"year 1 → year {kept}"), .. CapacitySection.Printed.Select(u => Say($"{u:N0} units"))]);
        Line("rows the sweep reads", y => Say($"{y.Entities:N0}"));
        Line("its storage calls", y => Say($"{y.Sweep.Calls.Values.Sum():N0}"));
        Line("its seconds; working set, MiB", y => Say($"{y.Sweep.Seconds:N1}; {y.SweepMebibytes:N0}"));
        page.Row(["it no longer fits into an instance in", .. CapacitySection.Printed.Select(u => estimate.SweepMeetsIn(u) is { } year ? Say($"**year {year}**") : Say($"none of the {kept}"))]);
        Line("stored, GB", y => Say($"{y.StoredGigabytes:N1}"));
        Line(Say($"together, prod, {estimate.Currency} a year"), y => Say($"{estimate.Bill(y).Prod:N0}"));
        page.EndTable();

        void Line(string what, Func<YearCost, string> of) => page.Row([what, .. first.Zip(last, (one, ten) => $"{of(one)} → {of(ten)}")]);
    }
}
