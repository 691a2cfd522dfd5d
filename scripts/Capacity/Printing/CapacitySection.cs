using System.Globalization;
using System.Text;
using Capacity.Costing;
using Capacity.Measuring;
using Capacity.Simulating;

namespace Capacity.Printing;

/// <summary>The README's section, as Markdown.</summary>
internal static class CapacitySection
{
    private static readonly int[] Printed = [15, 150, 3000];

    public static string Print(Estimate estimate)
    {
        var text = new StringBuilder();
        PrintMeasured(text, estimate);
        PrintYears(text, estimate);
        PrintLimits(text, estimate);
        return text.ToString();
    }

    private static void PrintMeasured(StringBuilder text, Estimate estimate)
    {
        var measured = estimate.Measured;
        var scales = measured.Scales.OrderBy(s => s.Units).ToList();
        text.AppendLine(Say($"Measured: storage calls, processor time and largest working set of the real stages on an emulator ({measured.Machine}, {measured.Runtime}, {measured.On}; shared with other work, so")).AppendLine(
            "processor time is counted, not the clock). A synthetic catalogue has as many units as the column says.").AppendLine();
        Row(text, ["", .. scales.Select(s => Say($"{s.Units:N0} units"))]);
        Rule(text, scales.Count);
        string[] names =
        [
            OperationName.First, OperationName.Again, OperationName.Refused, OperationName.OutOfOrder, OperationName.Provincial, OperationName.ConsolidateNothing,
            OperationName.ConsolidateOne, OperationName.ConsolidateAll, OperationName.Emit, OperationName.Sweep,
        ];
        foreach (var name in names) Row(text, [name, .. scales.Select(s => s.Operations.TryGetValue(name, out var of) ? Describe(name, of) : "not measured")]);
        text.AppendLine();
        foreach (var scale in scales.Where(s => s.FactsInMemory))
            text.AppendLine(Say($"With {scale.Units:N0} units {scale.Ingested:N0} returns went through the ingestion; the others were put in force by their heads alone and their values handed over from memory, so the figure for reading every"))
                .AppendLine("unit lacks the reading.").AppendLine();
        text.AppendLine(Say($"What is not measured at a scale is drawn on in a straight line from the two before it; so is all beyond {scales[^1].Units:N0} units. The report grows faster than a line: there, its seconds, memory and bytes are the least they would be.")).AppendLine();
    }

    private static string Describe(string name, Operation of)
    {
        var calls = of.LeastCalls == of.MostCalls ? Say($"{of.LeastCalls:N0}") : Say($"{of.LeastCalls:N0}–{of.MostCalls:N0}");
        var heavy = name is OperationName.Emit or OperationName.Sweep or OperationName.ConsolidateOne or OperationName.ConsolidateAll;
        return Say($"{calls} {(of.MostCalls == 1 ? "call" : "calls")}, {of.CpuMilliseconds:N0} ms{(heavy ? Say($", {of.PeakMebibytes:N0} MiB") : "")}");
    }

    private static void PrintYears(StringBuilder text, Estimate estimate)
    {
        var years = Printed.Select(estimate.Year).ToList();
        var last = estimate.Assumed.Filing.Arrivals.Where(w => w.To >= 0 && w.From <= 2).Sum(w => w.Share);
        var burst = estimate.Assumed.Filing.Arrivals.Where(w => w.To >= 0 && w.From <= 0.25).Sum(w => w.Share);
        text.AppendLine(Say($"Simulated: a season as events (seed {estimate.Assumed.Seed}), {last:P0} of the units in the last two hours, {burst:P0} in the last quarter of an hour, {estimate.Assumed.Filing.Refused:P0} of first uploads refused; `host.json` allows {estimate.Host.UploadsAtATime} uploads an instance, `infra/main.bicep` {estimate.Host.Instances} instances"))
            .AppendLine(Say($"of {estimate.Assumed.Platform.MemoryMb:N0} MB. The assumptions are lines of [`season.yaml`](scripts/Capacity/season.yaml); the prices ([`prices.yaml`](scripts/Capacity/prices.yaml)) are list prices typed in by hand on {estimate.PricedOn}, partly of another region, partly recalled: see there what to check."))
            .AppendLine();
        Row(text, ["a year", .. Printed.Select(u => Say($"{u:N0} units"))]);
        Rule(text, Printed.Length);
        void Line(string name, Func<YearCost, string> of) => Row(text, [name, .. years.Select(of)]);
        Line("uploads, of them accepted", y => Say($"{y.Season.Uploads:N0}, {y.Season.Accepted:N0}"));
        Line("seconds until the receipt: median, 95 %, longest", y => Say($"{y.Season.MedianSeconds:N1}, {y.Season.P95Seconds:N1}, {y.Season.MostSeconds:N1}"));
        Line("instances at most; uploads, consolidations would take", y => Say($"{y.Season.Instances}; {y.Season.IngestionWanted:N0}, {y.Season.ConsolidationWanted:N0}"));
        Line("requests to consolidate → snapshots, nothing to do, made in vain, poison", y => Counts(y.Season));
        foreach (var showing in Showing.Others) Line($"the same, were requests shown otherwise: {showing.Name}", y => Counts(estimate.SeasonShown(y.Season.Units, showing)));
        Line("reports written", y => Say($"{y.Season.Emissions:N0}"));
        Line("storage calls of the season; of the timers, all year", y => Say($"{y.Season.TotalCalls:N0}; {y.TimerCalls:N0}"));
        Line("executions, GB-seconds", y => Say($"{y.Executions:N0}, {y.GigabyteSeconds:N0}"));
        foreach (var (index, (what, _)) in years[0].Costs.Index()) Line(Say($"{what}, {estimate.Currency}"), y => Say($"{y.Costs[index].Amount:N2}"));
        Line(Say($"**together, {estimate.Currency} a year**"), y => Say($"**{y.Total:N2}**"));
        text.AppendLine();
        foreach (var impossible in years.Where(y => estimate.Limits(y.Season.Units).Any(l => l is { Name: Limit.ReportMemory, Share: >= 1 })))
            text.AppendLine(Say($"With {impossible.Season.Units:N0} units the report does not fit into an instance (see the limits), so that its column prices reports this code could not write as it is.")).AppendLine();
        text.AppendLine("Not in it: private endpoints, Defender and its scans, always-ready instances, alerts, the copy of the blobs in another region, traffic out of the region, the platform's own looking at queues. At 15 units most of what `prod` costs is among these:")
            .AppendLine("the budget in `infra/prod.bicepparam` is set for them.").AppendLine();
    }

    private static string Counts(SeasonResult of) => Say($"{of.Requests:N0} → {of.Snapshots:N0}, {of.NothingToDo:N0}, {of.Lost:N0}, {of.Poisoned:N0}");

    private static void PrintLimits(StringBuilder text, Estimate estimate)
    {
        var (limits, met) = (Printed.Select(estimate.Limits).ToList(), estimate.MetAt());
        text.AppendLine("Which limit is met first: share of it that is used in the busiest second or run, bold where it is met. The simulation goes on beyond a limit; the store would slow down, the instance end.").AppendLine();
        Row(text, ["limit", "", .. Printed.Select(u => Say($"{u:N0} units")), "met at about", "then"]);
        Rule(text, Printed.Length + 3);
        var order = limits[0].Select((limit, at) => (limit, at)).OrderBy(l => met[l.limit.Name] ?? int.MaxValue).ThenByDescending(l => limits[^1][l.at].Share);
        foreach (var (limit, at) in order)
        {
            Row(text,
            [
                limit.Name, Say($"{limit.Most:#,##0.##}"), .. limits.Select(l => l[at].Share >= 1 ? Say($"**{l[at].Share:P0}**") : Say($"{l[at].Share:P1}")),
                met[limit.Name] is { } units ? Say($"{units:N0} units") : Say($"beyond {Printed[^1]:N0}"), limit.Then,
            ]);
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");

    private static void Rule(StringBuilder text, int columns) => text.Append('|').Insert(text.Length, "---|", columns + 1).AppendLine();

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
