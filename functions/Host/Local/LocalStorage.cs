using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Pipeline.Stages;

namespace Host.Local;

/// <summary>Azurite on this machine. Whatever <c>Connection</c> a trigger names, it leads here.</summary>
public sealed class LocalStorage
{
    // Azurite's published development account; it opens nothing but an emulator.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public LocalStorage(LocalOptions options)
    {
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{options.BlobPort}/{Account};"
            + $"QueueEndpoint=http://127.0.0.1:{options.QueuePort}/{Account};TableEndpoint=http://127.0.0.1:{options.TablePort}/{Account};";
        // The version Azurite 3.37.0 knows, for an Azurite that somebody else started and that checks.
        Blobs = new(ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06));
        RawQueues = new(ConnectionString, new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_06_06));
        Queues = new(ConnectionString, new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_06_06) { MessageEncoding = QueueMessageEncoding.Base64 });
        Tables = new(ConnectionString);
    }

    public string ConnectionString { get; }

    public BlobServiceClient Blobs { get; }

    /// <summary>Writes and reads bodies as base64, as the pipeline does.</summary>
    public QueueServiceClient Queues { get; }

    public TableServiceClient Tables { get; }

    public PipelineStorage Pipeline => new(Blobs, Blobs, Tables, Queues) { UploadQueues = Queues };

    /// <summary>Sees message bodies as they are stored: one that cannot be decoded must still be movable.</summary>
    internal QueueServiceClient RawQueues { get; }

    /// <summary>Puts a body that needs no further encoding on a poison queue, which is made when first needed.</summary>
    internal async Task PoisonAsync(string queue, string storedBody, CancellationToken cancellationToken)
    {
        var poison = RawQueues.GetQueueClient(queue);
        await poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await poison.SendMessageAsync(storedBody, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: cancellationToken);
    }

    /// <exception cref="FormatException">The body is not base64 though host.json says so.</exception>
    internal static string Decode(QueueMessage message, string encoding) =>
        encoding.Equals("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText)) : message.MessageText;

    internal static string Encode(string body, string encoding) =>
        encoding.Equals("base64", StringComparison.OrdinalIgnoreCase) ? Convert.ToBase64String(Encoding.UTF8.GetBytes(body)) : body;
}
