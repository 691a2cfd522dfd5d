using Capacity.Measuring;

namespace Capacity.Simulating;

/// <summary>A filing season as discrete events: uploads arrive, wait for an instance, are answered, mended and replaced; what is accepted asks
/// for a consolidation. The same seed gives the same season.</summary>
internal sealed class SeasonRun
{
    private const double Hour = 3600;
    private const double Day = 24 * Hour;

    // Of the year's partition: the unit's own head is read, and written with its audit row.
    private const double HeadEntities = 3;

    private readonly EventQueue events = new();
    private readonly Workload load = new();
    private readonly List<double> answered = [];
    private readonly InstanceRoom room;
    private readonly InstanceGroup ingestion;
    private readonly YearRequests year;
    private readonly CostModel costs;
    private readonly Season season;
    private readonly Random random;
    private readonly int units;
    private int uploads;
    private int accepted;

    private SeasonRun(int units, CostModel costs, Season season, HostLimits host, Showing showing)
    {
        (this.units, this.costs, this.season, random, room) = (units, costs, season, new Random(season.Seed), new InstanceRoom(host.Instances));
        ingestion = new InstanceGroup(events, season.Platform, host.UploadsAtATime, room);
        year = new YearRequests(events, costs, load, season, host, room, showing, random, units);
    }

    public static SeasonResult Run(int units, CostModel costs, Season season, HostLimits host, Showing showing)
    {
        var run = new SeasonRun(units, costs, season, host, showing);
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

            Upload(-(window.To + (random.NextDouble() * (window.From - window.To))) * Hour, known: false, filing.Refused);
            if (random.NextDouble() < filing.SentBack) Upload((filing.ClosedAfterMinutes * 60) + (random.NextDouble() * filing.SentBackDays * Day), known: true, filing.RefusedAgain);
        }

        events.At(filing.ClosedAfterMinutes * 60, year.Close);
    }

    private void Upload(double at, bool known, double refused) => events.At(at + season.Platform.DeliverySeconds, () =>
    {
        uploads++;
        load.Add(season.Platform.PlatformCallsPerUpload);
        load.Blobs.Add(events.Now, 1, season.Limits.UploadBytes);
        ingestion.Take(instance => Ingest(instance, at, known, random.NextDouble() < refused));
    });

    private void Ingest(Instance instance, double uploadedAt, bool known, bool refused)
    {
        var name = refused ? OperationName.Refused : known ? OperationName.Again : OperationName.First;
        var cost = costs.At(name, Math.Max(1, year.InForce));
        // Executions of one instance share its processor.
        var seconds = cost.WaitSeconds + (cost.CpuSeconds * instance.Running);
        load.Add(cost, events.Now, seconds, HeadEntities, refused ? 4 : costs.RowsPerReturn + 6);
        events.At(events.Now + seconds, () =>
        {
            answered.Add(events.Now - uploadedAt);
            ingestion.End(instance);
            if (refused) Upload(events.Now + After(season.Filing.MendMinutes * 60), known, season.Filing.RefusedAgain);
            else Accept(known);
        });
    }

    private void Accept(bool known)
    {
        accepted++;
        if (!known) year.InForce++;
        year.Changed();
        if (random.NextDouble() < season.Filing.Replaced / (1 + season.Filing.Replaced) && events.Now < 0)
            Upload(events.Now + After(season.Filing.ReplacedAfterHours * Hour), known: true, season.Filing.RefusedAgain);
    }

    /// <summary>A time of so many seconds on average.</summary>
    private double After(double mean) => -mean * Math.Log(1 - random.NextDouble());

    private SeasonResult Result()
    {
        answered.Sort();
        return new SeasonResult
        {
            Units = units,
            Uploads = uploads,
            Accepted = accepted,
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
            IngestionWanted = ingestion.MostWanted,
            ConsolidationWanted = year.Consolidation.MostWanted,
            BilledSeconds = ingestion.BilledSeconds + year.Consolidation.BilledSeconds + year.Emission.BilledSeconds,
            Executions = ingestion.Executions + year.Consolidation.Executions + year.Emission.Executions,
            Calls = load.Calls,
            BlobBytes = load.BlobBytes + (uploads * season.Limits.UploadBytes),
            PartitionPeak = load.Partition.Peak,
            AccountPeak = load.Account.Peak,
            QueuePeak = load.Queue.Peak,
            BlobPeak = load.Blobs.Peak,
        };
    }
}
