namespace Capacity.Simulating;

/// <summary>Everything a season asks of storage and instances, added up while it runs.</summary>
internal sealed class Workload
{
    private readonly Dictionary<string, double> calls = [];

    public IReadOnlyDictionary<string, double> Calls => calls;

    public double BlobBytes { get; private set; }

    public RateMeter Partition { get; } = new();

    public RateMeter Account { get; } = new();

    public RateMeter Queue { get; } = new();

    public RateMeter Blobs { get; } = new();

    /// <param name="cost">An operation.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="seconds">How long it takes.</param>
    /// <param name="heads">Entities of the year's partition among what it reads and writes.</param>
    /// <param name="written">Entities it writes.</param>
    public void Add(OperationCost cost, double start, double seconds, double heads, double written)
    {
        Add(cost.Calls);
        BlobBytes += cost.BlobBytesWritten;
        Partition.Add(start, seconds, heads);
        Account.Add(start, seconds, cost.EntitiesRead + written);
        Blobs.Add(start, seconds, cost.BlobBytesWritten);
    }

    public void Add(IReadOnlyDictionary<string, double> more)
    {
        foreach (var (kind, count) in more) calls[kind] = calls.GetValueOrDefault(kind) + count;
    }
}
