using Capacity.Costing;
using Capacity.Simulating;
using Pipeline.Stages;
using static Capacity.Printing.Page;

namespace Capacity.Printing;

/// <summary>The simulated season.</summary>
internal static class SeasonPart
{
    public static void Print(Page page, Estimate estimate)
    {
        var (assumed, years) = (estimate.Assumed, CapacitySection.Printed.Select(u => estimate.Year(u)).ToList());
        var last = assumed.Filing.Arrivals.Where(w => w.To >= 0 && w.From <= 2).Sum(w => w.Share);
        var burst = assumed.Filing.Arrivals.Where(w => w.To >= 0 && w.From <= 0.25).Sum(w => w.Share);
        page.Write(
            $"Simulated: a season as events (seed {assumed.Seed}), {last:P0} of the units in the last two hours, {burst:P0} in the last quarter of an hour, {assumed.Filing.Refused:P0} of first uploads refused; `host.json` allows {estimate.Host.UploadsAtATime} uploads an instance, `infra/main.bicep` {estimate.Host.Instances} instances",
            $"of {assumed.Platform.MemoryMb:N0} MB. What is assumed are lines of [`season.yaml`](scripts/Capacity/season.yaml).");
        page.Head(["a season", .. CapacitySection.Printed.Select(u => Say($"{u:N0} units"))]);
        void Line(string name, Func<SeasonResult, string> of) => page.Row([name, .. years.Select(y => of(y.Season))]);
        Line("uploads, of them accepted", s => Say($"{s.Uploads:N0}, {s.Accepted:N0}"));
        Line("seconds until the receipt: median, 95 %, longest", Seconds);
        Line("instances at most; uploads, consolidations would take", Instances);
        foreach (var verdict in new[] { assumed.Scan.VerdictSeconds, assumed.Scan.SlowVerdictSeconds })
        {
            SeasonResult Scanned(SeasonResult of) => estimate.SeasonScanned(of.Units, verdict);
            Line(Say($"with the scan of `prod`, verdict after {verdict:N0} s: seconds until the receipt"), s => Seconds(Scanned(s)));
            Line("… seconds an upload holds its place meanwhile; messages that ask again", s => Scanned(s) is var scanned ? Say($"{scanned.SecondsHeld / scanned.Uploads:N1}; {scanned.AskedAgain:N0} for {scanned.Uploads:N0} uploads") : "");
            Line("… instances", s => Instances(Scanned(s)));
        }

        Line("requests to consolidate → snapshots, nothing to do, made in vain, poison", Counts);
        Line(Say($"the same, were {Showing.Gathered.Name}"), s => Counts(estimate.SeasonShown(s.Units, Showing.Gathered)));
        Line("reports written", s => Say($"{s.Emissions:N0}"));
        Line("storage calls; with the scan", s => Say($"{s.TotalCalls:N0}; {estimate.SeasonScanned(s.Units, assumed.Scan.VerdictSeconds).TotalCalls:N0}"));
        page.EndTable();
        page.Write(
            $"An upload waits for its verdict inside the function, half a minute at most, and holds one of the {estimate.Host.UploadsAtATime} places of its instance; then a message asks again after half the time that has gone by, {ScanPolicy.PauseAt(TimeSpan.Zero).TotalSeconds:N0} seconds at least and {ScanPolicy.PauseAt(TimeSpan.MaxValue).TotalMinutes:N0} minutes at most,",
            $"and is found within {estimate.Host.PollSeconds:N0} seconds more (an idle instance finds the requests of a year as late, which is not in the seconds: no receipt waits for them).");
    }

    private static string Seconds(SeasonResult of) => Say($"{of.MedianSeconds:N1}, {of.P95Seconds:N1}, {of.MostSeconds:N1}");

    private static string Instances(SeasonResult of) => Say($"{of.Instances}; {of.IngestionWanted:N0}, {of.ConsolidationWanted:N0}");

    private static string Counts(SeasonResult of) => Say($"{of.Requests:N0} → {of.Snapshots:N0}, {of.NothingToDo:N0}, {of.Lost:N0}, {of.Poisoned:N0}");
}
