using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>An upload arrived: <c>returns/{year}/{unit}/{file}.xlsx</c>.</summary>
/// <remarks>Event Grid is the only source a Flex Consumption app may have, and the only prompt one. The blob arrives as a client, never as bytes: its size is not yet judged.</remarks>
public sealed class IngestReturn(ScannedIngestion ingestion)
{
    [Function(nameof(IngestReturn))]
    public Task RunAsync(
        [BlobTrigger("returns/{name}", Source = BlobTriggerSource.EventGrid, Connection = "Uploads")] BlobClient blob,
        CancellationToken cancellationToken) => ingestion.IngestAsync(blob.Name, cancellationToken);
}
