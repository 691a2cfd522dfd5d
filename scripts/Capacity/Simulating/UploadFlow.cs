using Capacity.Measuring;

namespace Capacity.Simulating;

/// <summary>What becomes of uploads, as <c>Ingestion</c> and <c>UploadSweep</c> behave: they wait for an instance, and for the scan's verdict where there is one; what
/// is refused is mended, what is accepted asks for a consolidation and may be replaced.</summary>
/// <remarks>The verdict comes so many seconds after the upload; null where uploads are not scanned.</remarks>
internal sealed class UploadFlow(
    EventQueue events, CostModel costs, Workload load, Season season, HostLimits host, InstanceRoom room, YearRequests year, Random random, double? verdict)
{
    // Of the year's partition: the unit's own head is read, and written with its audit row.
    private const double HeadEntities = 3;

    // Of UploadSweep.
    private const double SweepPatience = 120;

    private readonly List<double> answered = [];
    private double sweptUntil = double.NegativeInfinity;

    public InstanceGroup Instances { get; } = new(events, season.Platform, host.UploadsAtATime, room);

    public int Uploads { get; private set; }

    public int Accepted { get; private set; }

    /// <summary>Uploads the sweep took because their verdict came too late.</summary>
    public int Swept { get; private set; }

    /// <summary>Seconds that ingestions held their place while they waited for a verdict.</summary>
    public double Held { get; private set; }

    /// <summary>Seconds until the receipt, the shortest first.</summary>
    public IReadOnlyList<double> Answered => [.. answered.Order()];

    /// <param name="at">Seconds after the deadline.</param>
    /// <param name="known">Whether the unit has a return in force.</param>
    /// <param name="refused">How likely it is refused.</param>
    public void Upload(double at, bool known, double refused) => events.At(at + season.Platform.DeliverySeconds, () =>
    {
        Uploads++;
        load.Add(season.Platform.PlatformCallsPerUpload);
        load.Blobs.Add(events.Now, 1, season.Limits.UploadBytes);
        Instances.Take(instance => Await(instance, at, known, random.NextDouble() < refused));
    });

    /// <summary>Looks for the verdict of the scan and waits for it, where uploads are scanned.</summary>
    private void Await(Instance instance, double uploadedAt, bool known, bool refused)
    {
        if (verdict is not { } after)
        {
            Ingest(instance, uploadedAt, known, refused);
            return;
        }

        var wait = ScanWait.Of(events.Now - uploadedAt, after);
        var look = costs.Look(wait.Looks);
        load.Add(look, events.Now, look.Seconds + wait.Seconds, 0, 0);
        Held += wait.Seconds;
        events.At(events.Now + look.Seconds + wait.Seconds, () =>
        {
            if (wait.IsOver)
            {
                Ingest(instance, uploadedAt, known, refused);
                return;
            }

            Instances.End(instance);
            Sweep(uploadedAt, known, refused);
        });
    }

    /// <summary>The next sweep that finds the verdict takes the upload, one after the other. Looks in vain are not counted.</summary>
    private void Sweep(double uploadedAt, bool known, bool refused)
    {
        Swept++;
        var between = 86400.0 / season.Platform.SweepsADay;
        var due = Math.Ceiling((uploadedAt + Math.Max(SweepPatience, verdict!.Value)) / between) * between;
        var (cost, look) = (costs.At(Name(known, refused), Math.Max(1, year.InForce)), costs.Look(1));
        load.Add(look.Calls);
        events.At(sweptUntil = Math.Max(due, sweptUntil) + look.Seconds + cost.Seconds, () =>
        {
            load.Add(cost, events.Now, cost.Seconds, HeadEntities, refused ? 4 : costs.RowsPerReturn + 6);
            Answer(uploadedAt, known, refused);
        });
    }

    private static string Name(bool known, bool refused) => refused ? OperationName.Refused : known ? OperationName.Again : OperationName.First;

    private void Ingest(Instance instance, double uploadedAt, bool known, bool refused)
    {
        var cost = costs.At(Name(known, refused), Math.Max(1, year.InForce));
        // Executions of one instance share its processor.
        var seconds = cost.WaitSeconds + (cost.CpuSeconds * instance.Running);
        load.Add(cost, events.Now, seconds, HeadEntities, refused ? 4 : costs.RowsPerReturn + 6);
        events.At(events.Now + seconds, () =>
        {
            Instances.End(instance);
            Answer(uploadedAt, known, refused);
        });
    }

    private void Answer(double uploadedAt, bool known, bool refused)
    {
        answered.Add(events.Now - uploadedAt);
        if (refused) Upload(events.Now + After(season.Filing.MendMinutes * 60), known, season.Filing.RefusedAgain);
        else Accept(known);
    }

    private void Accept(bool known)
    {
        Accepted++;
        if (!known) year.InForce++;
        year.Changed();
        if (random.NextDouble() < season.Filing.Replaced / (1 + season.Filing.Replaced) && events.Now < 0)
            Upload(events.Now + After(season.Filing.ReplacedAfterHours * 3600), known: true, season.Filing.RefusedAgain);
    }

    /// <summary>A time of so many seconds on average.</summary>
    private double After(double mean) => -mean * Math.Log(1 - random.NextDouble());
}
