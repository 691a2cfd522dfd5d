using Capacity.Measuring;
using Pipeline.Stages;

namespace Capacity.Simulating;

/// <summary>What becomes of uploads, as <c>Ingestion</c> and <c>ScannedIngestion</c> behave: they wait for an instance, and for the scan's verdict where there is one; what
/// is refused is mended, what is accepted asks for a consolidation and may be replaced.</summary>
/// <remarks>The verdict comes so many seconds after the upload; null where uploads are not scanned.</remarks>
internal sealed class UploadFlow(
    EventQueue events, CostModel costs, Workload load, Season season, HostLimits host, InstanceRoom room, YearRequests year, Random random, double? verdict)
{
    // Of the year's partition: the unit's own head is read, and written with its audit row.
    private const double HeadEntities = 3;

    private readonly List<double> answered = [];

    public InstanceGroup Instances { get; } = new(events, season.Platform, host.UploadsAtATime, room);

    /// <summary>Those that look again.</summary>
    public InstanceGroup Later { get; } = new(events, season.Platform, host.MessagesAtATime, room);

    public int Uploads { get; private set; }

    public int Accepted { get; private set; }

    /// <summary>Messages that asked for another look, because the verdict came too late for the one before.</summary>
    public int AskedAgain { get; private set; }

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
        Instances.Take(instance => Await(Instances, instance, at, known, random.NextDouble() < refused));
    });

    /// <summary>Looks for the verdict of the scan and waits for it, where uploads are scanned.</summary>
    private void Await(InstanceGroup group, Instance instance, double uploadedAt, bool known, bool refused)
    {
        if (verdict is not { } after)
        {
            Ingest(group, instance, uploadedAt, known, refused);
            return;
        }

        var wait = ScanWait.Of(events.Now - uploadedAt, after);
        // Before it asks again it looks once more, for the age of the upload.
        var look = costs.Look(wait.IsOver ? wait.Looks : wait.Looks + 1);
        load.Add(look, events.Now, look.Seconds + wait.Seconds, 0, 0);
        Held += wait.Seconds;
        events.At(events.Now + look.Seconds + wait.Seconds, () =>
        {
            if (wait.IsOver)
            {
                Ingest(group, instance, uploadedAt, known, refused);
                return;
            }

            AskAgain(uploadedAt, known, refused);
            group.End(instance);
        });
    }

    private void AskAgain(double uploadedAt, bool known, bool refused)
    {
        AskedAgain++;
        load.Add(new Dictionary<string, double> { [CallKind.QueuePut] = 1 });
        load.Add(season.Platform.PlatformCallsPerMessage);
        var pause = ScanPolicy.PauseAt(TimeSpan.FromSeconds(events.Now - uploadedAt)).TotalSeconds;
        events.At(events.Now + pause + (random.NextDouble() * host.PollSeconds), () => Later.Take(instance => Await(Later, instance, uploadedAt, known, refused)));
    }

    private static string Name(bool known, bool refused) => refused ? OperationName.Refused : known ? OperationName.Again : OperationName.First;

    private void Ingest(InstanceGroup group, Instance instance, double uploadedAt, bool known, bool refused)
    {
        var cost = costs.At(Name(known, refused), Math.Max(1, year.InForce));
        // Executions of one instance share its processor.
        var seconds = cost.WaitSeconds + (cost.CpuSeconds * instance.Running);
        load.Add(cost, events.Now, seconds, HeadEntities, refused ? 4 : costs.RowsPerReturn + 6);
        events.At(events.Now + seconds, () =>
        {
            group.End(instance);
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
