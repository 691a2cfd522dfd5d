using Capacity.Costing;
using Capacity.Measuring;
using static Capacity.Printing.Page;

namespace Capacity.Printing;

/// <summary>What was measured, as it is.</summary>
internal static class MeasuredPart
{
    private static readonly string[] Names =
    [
        OperationName.First, OperationName.Again, OperationName.Refused, OperationName.OutOfOrder, OperationName.Provincial, OperationName.ConsolidateNothing,
        OperationName.ConsolidateOne, OperationName.ConsolidateAll, OperationName.Emit, OperationName.Sweep,
    ];

    public static void Print(Page page, Estimate estimate)
    {
        var measured = estimate.Measured;
        var scales = measured.Scales.OrderBy(s => s.Units).ToList();
        page.Write(
            $"Measured: storage calls, processor time and largest working set of the real stages on an emulator ({measured.Machine}, {measured.Runtime}, {string.Join(" and ", scales.Select(s => s.On).Append(measured.Scan.On).Distinct().Order())}; shared with",
            $"other work, so processor time is counted, not the clock). A synthetic catalogue has as many units as the column says.");
        page.Head(["", .. scales.Select(s => Say($"{s.Units:N0} units"))]);
        foreach (var name in Names) page.Row([name, .. scales.Select(s => s.Operations.TryGetValue(name, out var of) ? Describe(name, of) : "not measured")]);
        page.EndTable();
        var (first, second) = (measured.Scan.Operations[OperationName.VerdictAtFirstLook], measured.Scan.Operations[OperationName.VerdictAtSecondLook]);
        page.Write(
            $"Where uploads are scanned (`prod`), a first return takes {first.LeastCalls} calls if the verdict is there when the app first looks, and {second.LeastCalls - first.LeastCalls} more for each further look. The return of 省本级 alone grows with the units: its form S05 lists",
            $"the vouchers of transfers with each of them, and a transaction takes 100 rows. Beyond {scales[^1].Units:N0} units everything is drawn on in a straight line; the report grows faster, so that its seconds, memory and bytes there are the least they would be.");
    }

    private static string Describe(string name, Operation of)
    {
        var calls = of.LeastCalls == of.MostCalls ? Say($"{of.LeastCalls:N0}") : Say($"{of.LeastCalls:N0}–{of.MostCalls:N0}");
        var heavy = name is OperationName.Emit or OperationName.Sweep or OperationName.ConsolidateOne or OperationName.ConsolidateAll;
        return Say($"{calls} {(of.MostCalls == 1 ? "call" : "calls")}, {of.CpuMilliseconds:N0} ms{(heavy ? Say($", {of.PeakMebibytes:N0} MiB") : "")}");
    }
}
