using Capacity.Measuring;

namespace Capacity.Simulating;

/// <summary>The functions behind the queues of a year, as <c>YearConsolidation</c> and <c>ReportEmission</c> behave: each looks first whether there is
/// anything to do, and the year's row is changed only by who read it last.</summary>
internal sealed class YearRequests(
    EventQueue events, CostModel costs, Workload load, Season season, HostLimits host, InstanceRoom room, Showing showing, Random random, int units)
{
    // Of YearRace.
    private const int Tries = 8;
    private const double FirstPause = 0.02;

    private int changes;
    private int covered;
    private int report = -1;
    private int rowVersion;
    private bool closed;

    public InstanceGroup Consolidation { get; } = new(events, season.Platform, host.MessagesAtATime, room);

    public InstanceGroup Emission { get; } = new(events, season.Platform, host.MessagesAtATime, room);

    public int InForce { get; set; }

    public int Requests { get; private set; }

    public int Snapshots { get; private set; }

    public int NothingToDo { get; private set; }

    public int Lost { get; private set; }

    public int Poisoned { get; private set; }

    public int Emissions { get; private set; }

    private double Known => Math.Clamp(InForce, 1, units);

    /// <summary>A return was put in force.</summary>
    public void Changed()
    {
        changes++;
        Request();
    }

    public void Close()
    {
        closed = true;
        rowVersion++;
        Request();
    }

    private void Request()
    {
        Requests++;
        load.Queue.Add(events.Now, 0, 1);
        events.At(showing.At(events.Now), () => Deliver(1));
    }

    private void Deliver(int delivery)
    {
        load.Add(season.Platform.PlatformCallsPerMessage);
        Consolidation.Take(instance => Try(instance, delivery, 1));
    }

    private void Try(Instance instance, int delivery, int attempt)
    {
        var (start, seen, version) = (events.Now, changes, rowVersion);
        if (seen == covered)
        {
            var look = costs.At(OperationName.ConsolidateNothing, Known);
            load.Add(look, start, look.Seconds, Known, 0);
            events.At(start + look.Seconds, () =>
            {
                NothingToDo++;
                if (closed && report != seen) Ask(seen);
                Consolidation.End(instance);
            });
            return;
        }

        var cost = costs.WithReads(costs.At(OperationName.ConsolidateOne, Known), Math.Min(seen - covered, Known) - 1);
        load.Add(cost, start, cost.Seconds, Known + 1, 1);
        events.At(start + cost.Seconds, () => Finish(instance, delivery, attempt, seen, version));
    }

    private void Finish(Instance instance, int delivery, int attempt, int seen, int version)
    {
        if (version == rowVersion)
        {
            rowVersion++;
            (covered, Snapshots) = (seen, Snapshots + 1);
            if (closed) Ask(seen);
            Consolidation.End(instance);
            return;
        }

        Lost++;
        if (attempt < Tries)
        {
            var pause = Math.Min(1, FirstPause * Math.Pow(2, attempt - 1)) * (0.5 + random.NextDouble());
            events.At(events.Now + pause, () => Try(instance, delivery, attempt + 1));
            return;
        }

        Consolidation.End(instance);
        if (delivery >= host.Deliveries) Poisoned++;
        else events.At(events.Now + host.RetrySeconds, () => Deliver(delivery + 1));
    }

    private void Ask(int snapshot)
    {
        load.Add(new Dictionary<string, double> { [CallKind.QueuePut] = 1 });
        load.Add(season.Platform.PlatformCallsPerMessage);
        Emission.Take(instance => Emit(instance, snapshot));
    }

    private void Emit(Instance instance, int snapshot)
    {
        var settled = covered != snapshot || report == snapshot;
        var cost = costs.At(settled ? OperationName.ConsolidateNothing : OperationName.Emit, settled ? Known : units);
        load.Add(cost, events.Now, cost.Seconds, settled ? Known : 2 * Known, settled ? 0 : 1);
        events.At(events.Now + cost.Seconds, () =>
        {
            if (!settled)
            {
                Emissions++;
                if (covered == snapshot) (report, rowVersion) = (snapshot, rowVersion + 1);
            }

            Emission.End(instance);
        });
    }
}
