namespace Capacity.Simulating;

/// <summary>Instances of one scale group of a Flex Consumption app: they are added while work waits, some at a time, and go when they have been idle.</summary>
/// <param name="events">Time.</param>
/// <param name="platform">Its pace.</param>
/// <param name="perInstance">Executions an instance runs at a time.</param>
/// <param name="room">Instances the app may still have, over all groups.</param>
internal sealed class InstanceGroup(EventQueue events, Platform platform, int perInstance, InstanceRoom room)
{
    private readonly Queue<Action<Instance>> waiting = new();
    private readonly List<Instance> instances = [];
    private bool decides;

    public int MostInstances { get; private set; }

    /// <summary>Instances the backlog asked for at its longest, whatever the app may have.</summary>
    public int MostWanted { get; private set; }

    public int Executions { get; private set; }

    /// <summary>Instances that were ever started.</summary>
    public int Starts { get; private set; }

    /// <summary>Instance-seconds as they are billed.</summary>
    public double BilledSeconds { get; private set; }

    /// <param name="start">Called on the instance that takes it; it must call <see cref="End"/> some time.</param>
    public void Take(Action<Instance> start)
    {
        waiting.Enqueue(start);
        Serve();
    }

    public void End(Instance instance)
    {
        if (--instance.Running == 0)
        {
            var active = Math.Max(platform.MinimumSeconds, Math.Ceiling((events.Now - instance.Since) / platform.RoundingSeconds) * platform.RoundingSeconds);
            BilledSeconds += active;
            instance.IdleSince = events.Now;
            events.At(events.Now + platform.IdleSeconds, () => Retire(instance));
        }

        Serve();
    }

    private void Serve()
    {
        while (waiting.Count > 0 && instances.Where(i => i.Ready && i.Running < perInstance).MinBy(i => i.Running) is { } free)
        {
            if (free.Running++ == 0) free.Since = events.Now;
            Executions++;
            waiting.Dequeue()(free);
        }

        var wanted = (int)Math.Ceiling((waiting.Count + instances.Sum(i => i.Running)) / (double)perInstance);
        MostWanted = Math.Max(MostWanted, wanted);
        if (decides || waiting.Count == 0 || wanted <= instances.Count) return;
        decides = true;
        // Decisions are made at fixed moments.
        events.At((Math.Floor(events.Now / platform.ScaleSeconds) + 1) * platform.ScaleSeconds, Decide);
    }

    private void Decide()
    {
        decides = false;
        var wanted = (int)Math.Ceiling((waiting.Count + instances.Sum(i => i.Running)) / (double)perInstance);
        for (var added = 0; added < platform.ScaleStep && instances.Count < wanted && room.TryTake(); added++)
        {
            var instance = new Instance { IdleSince = events.Now };
            instances.Add(instance);
            Starts++;
            events.At(events.Now + platform.ColdStartSeconds, () =>
            {
                instance.Ready = true;
                instance.IdleSince = events.Now;
                events.At(events.Now + platform.IdleSeconds, () => Retire(instance));
                Serve();
            });
        }

        MostInstances = Math.Max(MostInstances, instances.Count);
        if (waiting.Count == 0 || instances.Count >= wanted) return;
        decides = true;
        events.At(events.Now + platform.ScaleSeconds, Decide);
    }

    private void Retire(Instance instance)
    {
        if (instance.Running > 0 || events.Now - instance.IdleSince < platform.IdleSeconds - 1e-6 || !instances.Remove(instance)) return;
        room.Give();
    }
}

/// <summary>One instance.</summary>
internal sealed class Instance
{
    public bool Ready { get; set; }

    public int Running { get; set; }

    /// <summary>When it began to be active.</summary>
    public double Since { get; set; }

    public double IdleSince { get; set; }
}

/// <summary>How many instances the app may have in all.</summary>
internal sealed class InstanceRoom(int most)
{
    private int taken;

    public int Most { get; private set; }

    public bool TryTake()
    {
        if (taken >= most) return false;
        Most = Math.Max(Most, ++taken);
        return true;
    }

    public void Give() => taken--;
}
