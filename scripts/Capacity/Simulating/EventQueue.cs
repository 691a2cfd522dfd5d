namespace Capacity.Simulating;

/// <summary>Time that jumps from event to event; events of one moment keep their order.</summary>
internal sealed class EventQueue
{
    private readonly PriorityQueue<Action, (double, long)> waiting = new();
    private long number;

    /// <summary>Seconds after the deadline; negative before.</summary>
    public double Now { get; private set; } = double.NegativeInfinity;

    public void At(double time, Action what) => waiting.Enqueue(what, (Math.Max(time, Now), number++));

    public void Run()
    {
        while (waiting.TryDequeue(out var what, out var when))
        {
            Now = when.Item1;
            what();
        }
    }
}
