namespace Capacity.Simulating;

/// <summary>A filing season as discrete events: units file when they do, and what follows follows. The same seed gives the same season.</summary>
internal sealed class SeasonRun
{
    private const double Hour = 3600;
    private const double Day = 24 * Hour;

    private readonly EventQueue events = new();
    private readonly Workload load = new();
    private readonly InstanceRoom room;
    private readonly UploadFlow flow;
    private readonly YearRequests year;
    private readonly Season season;
    private readonly Random random;
    private readonly int units;

    private SeasonRun(int units, CostModel costs, Season season, HostLimits host, Showing showing, double? verdict)
    {
        (this.units, this.season, random, room) = (units, season, new Random(season.Seed), new InstanceRoom(host.Instances));
        year = new YearRequests(events, costs, load, season, host, room, showing, random, units);
        flow = new UploadFlow(events, costs, load, season, host, room, year, random, verdict);
    }

    /// <param name="units">That report.</param>
    /// <param name="costs">What an operation takes.</param>
    /// <param name="season">The assumptions.</param>
    /// <param name="host">What the project sets.</param>
    /// <param name="showing">When requests are shown.</param>
    /// <param name="verdict">Seconds from an upload to its scan's verdict; null where uploads are not scanned.</param>
    public static SeasonResult Run(int units, CostModel costs, Season season, HostLimits host, Showing showing, double? verdict)
    {
        var run = new SeasonRun(units, costs, season, host, showing, verdict);
        run.Plan();
        run.events.Run();
        return run.Result();
    }

    private void Plan()
    {
        var filing = season.Filing;
        for (var unit = 0; unit < units; unit++)
        {
            // Units are dealt to the windows evenly rather than by lot, so that a season of fifteen has the shape of one of thousands.
            var (place, window) = ((unit + 0.5) / units, filing.Arrivals[^1]);
            foreach (var next in filing.Arrivals)
            {
                if (place <= next.Share)
                {
                    window = next;
                    break;
                }

                place -= next.Share;
            }

            flow.Upload(-(window.To + (random.NextDouble() * (window.From - window.To))) * Hour, known: false, filing.Refused);
            if (random.NextDouble() < filing.SentBack) flow.Upload((filing.ClosedAfterMinutes * 60) + (random.NextDouble() * filing.SentBackDays * Day), known: true, filing.RefusedAgain);
        }

        events.At(filing.ClosedAfterMinutes * 60, year.Close);
    }

    private SeasonResult Result()
    {
        var answered = flow.Answered;
        return new SeasonResult
        {
            Units = units,
            Uploads = flow.Uploads,
            Accepted = flow.Accepted,
            Requests = year.Requests,
            Snapshots = year.Snapshots,
            NothingToDo = year.NothingToDo,
            Lost = year.Lost,
            Poisoned = year.Poisoned,
            Emissions = year.Emissions,
            MedianSeconds = answered[answered.Count / 2],
            P95Seconds = answered[(int)(answered.Count * 0.95)],
            MostSeconds = answered[^1],
            Instances = room.Most,
            IngestionWanted = Math.Max(flow.Instances.MostWanted, flow.Later.MostWanted),
            ConsolidationWanted = year.Consolidation.MostWanted,
            AskedAgain = flow.AskedAgain,
            SecondsHeld = flow.Held,
            Starts = flow.Instances.Starts + flow.Later.Starts + year.Consolidation.Starts + year.Emission.Starts,
            BilledSeconds = flow.Instances.BilledSeconds + flow.Later.BilledSeconds + year.Consolidation.BilledSeconds + year.Emission.BilledSeconds,
            Executions = flow.Instances.Executions + flow.Later.Executions + year.Consolidation.Executions + year.Emission.Executions,
            Calls = load.Calls,
            BlobBytes = load.BlobBytes + (flow.Uploads * season.Limits.UploadBytes),
            PartitionPeak = load.Partition.Peak,
            AccountPeak = load.Account.Peak,
            QueuePeak = load.Queue.Peak,
            BlobPeak = load.Blobs.Peak,
        };
    }
}
