using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using Host.Settings;
using Pipeline.Stages;

namespace Host;

/// <summary>The storage accounts as the app's settings have them.</summary>
internal static class StorageClients
{
    // The encoding of host.json: what we put on a queue must be what the trigger decodes.
    private static readonly QueueClientOptions Encoded = new() { MessageEncoding = QueueMessageEncoding.Base64 };

    public static PipelineStorage Open(UploadsOptions uploads, LedgerOptions ledger)
    {
        var (uploadsIdentity, ledgerIdentity) = (Identity(uploads), Identity(ledger));
        return new PipelineStorage(
            uploads.ConnectionString is { Length: > 0 } returns ? new(returns) : new(new(uploads.BlobServiceUri), uploadsIdentity),
            ledger.ConnectionString is { Length: > 0 } blobs ? new(blobs) : new(new(ledger.BlobServiceUri), ledgerIdentity),
            ledger.ConnectionString is { Length: > 0 } tables ? new TableServiceClient(tables) : new(new(ledger.TableServiceUri), ledgerIdentity),
            ledger.ConnectionString is { Length: > 0 } queues ? new(queues, Encoded) : new(new(ledger.QueueServiceUri), ledgerIdentity, Encoded))
        {
            UploadQueues = uploads.ConnectionString is { Length: > 0 } poison ? new(poison) : new(new(uploads.QueueServiceUri), uploadsIdentity),
        };
    }

    /// <summary>The app's identity in Azure, and whoever is logged in on a developer's machine. Never a guess between the two: in Azure a failed identity must not become somebody else's.</summary>
    private static TokenCredential Identity(StorageOptions account) => account.Credential == StorageOptions.ManagedIdentity
        ? ManagedIdentity(account.ClientId)
        : new ChainedTokenCredential(new AzureCliCredential(), new AzureDeveloperCliCredential(), new VisualStudioCredential());

    public static ManagedIdentityCredential ManagedIdentity(string clientId) =>
        new(clientId.Length > 0 ? ManagedIdentityId.FromUserAssignedClientId(clientId) : ManagedIdentityId.SystemAssigned);
}
