using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Pipeline.Stages;

/// <summary>The storage accounts the pipeline works on.</summary>
/// <param name="Uploads">Where returns arrive.</param>
/// <param name="Ledger">Receipts, snapshots, reports.</param>
/// <param name="Tables">Facts, heads, answers.</param>
/// <param name="Queues">Requests; messages are encoded in base64, as <c>host.json</c> says.</param>
public sealed record PipelineStorage(BlobServiceClient Uploads, BlobServiceClient Ledger, TableServiceClient Tables, QueueServiceClient Queues)
{
    /// <summary>Queues of the account where returns arrive: uploads that keep failing are put aside there. Null when they are out of reach; nothing but their count
    /// is then missing.</summary>
    public QueueServiceClient? UploadQueues { get; init; }
}
