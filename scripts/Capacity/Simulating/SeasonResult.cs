namespace Capacity.Simulating;

/// <summary>What one simulated season came to.</summary>
internal sealed record SeasonResult
{
    public required int Units { get; init; }

    public required int Uploads { get; init; }

    public required int Accepted { get; init; }

    public required int Requests { get; init; }

    /// <summary>Consolidations that made a snapshot that stayed.</summary>
    public required int Snapshots { get; init; }

    /// <summary>Consolidations that found nothing to do.</summary>
    public required int NothingToDo { get; init; }

    /// <summary>Snapshots made in vain: another instance was quicker with the year's row.</summary>
    public required int Lost { get; init; }

    /// <summary>Requests that went to the poison queue.</summary>
    public required int Poisoned { get; init; }

    public required int Emissions { get; init; }

    public required double MedianSeconds { get; init; }

    public required double P95Seconds { get; init; }

    public required double MostSeconds { get; init; }

    /// <summary>Most instances at a time, of all functions together.</summary>
    public required int Instances { get; init; }

    /// <summary>Instances that uploads, or those that look again, and requests asked for at their most.</summary>
    public required int IngestionWanted { get; init; }

    public required int ConsolidationWanted { get; init; }

    /// <summary>Messages that asked for another look, because the verdict came too late for the one before.</summary>
    public required int AskedAgain { get; init; }

    /// <summary>Seconds that ingestions held their place while they waited for a verdict, all together.</summary>
    public required double SecondsHeld { get; init; }

    public required int Starts { get; init; }

    public required double BilledSeconds { get; init; }

    public required int Executions { get; init; }

    public required IReadOnlyDictionary<string, double> Calls { get; init; }

    public required double BlobBytes { get; init; }

    /// <summary>Entities in the busiest second, in the partition of the year.</summary>
    public required double PartitionPeak { get; init; }

    /// <summary>Entities in the busiest second, in the account of the tables.</summary>
    public required double AccountPeak { get; init; }

    public required double QueuePeak { get; init; }

    /// <summary>Bytes in the busiest second, into the account of the blobs.</summary>
    public required double BlobPeak { get; init; }

    public double TotalCalls => Calls.Values.Sum();
}
