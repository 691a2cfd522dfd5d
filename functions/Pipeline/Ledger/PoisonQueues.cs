using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Pipeline.Ledger;

/// <summary>Where the platform puts what failed too often: beside each queue of requests, and for uploads in the account where they arrive.</summary>
/// <param name="ledger">Queues of the requests.</param>
/// <param name="uploads">Queues beside the uploads; null when the host does not reach them, and then they are not spoken of.</param>
internal sealed class PoisonQueues(QueueServiceClient ledger, QueueServiceClient? uploads)
{
    private readonly Dictionary<string, QueueClient> queues = new[]
    {
        ledger.GetQueueClient(StoreNames.ConsolidateYearPoison),
        ledger.GetQueueClient(StoreNames.EmitReportPoison),
        ledger.GetQueueClient(StoreNames.AwaitScanPoison),
        uploads?.GetQueueClient(StoreNames.UploadsPoison),
    }.OfType<QueueClient>().ToDictionary(q => q.Name);

    public IReadOnlyCollection<string> Names => queues.Keys;

    /// <summary>About how many messages lie in one; 0 when there is no such queue, for it is made with its first message.</summary>
    public async Task<int> CountAsync(string queue, CancellationToken ct)
    {
        try
        {
            return (await queues[queue].GetPropertiesAsync(ct)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException none) when (none.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return 0;
        }
    }
}
