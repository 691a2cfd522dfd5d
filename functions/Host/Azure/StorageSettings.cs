using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Pipeline.Stages;

namespace Host;

/// <summary>The storage accounts by the names the triggers use: <c>Uploads</c> (where returns arrive) and <c>Ledger</c> (what is made of them).</summary>
/// <remarks>In Azure by identity: <c>Uploads__blobServiceUri</c>, <c>Ledger__blobServiceUri</c>, <c>Ledger__queueServiceUri</c>, <c>Ledger__tableServiceUri</c>, and
/// <c>…__clientId</c> when the identity is a user-assigned one. On a machine without identities <c>Uploads</c> and <c>Ledger</c> may be connection strings.</remarks>
internal sealed class StorageSettings(IConfiguration settings)
{
    // The encoding of host.json: what we put on a queue must be what the trigger decodes.
    private static readonly QueueClientOptions Encoded = new() { MessageEncoding = QueueMessageEncoding.Base64 };

    /// <exception cref="InvalidOperationException">A setting is missing or is no https address; the message names it.</exception>
    public PipelineStorage Connect() => new(
        settings["Uploads"] is { Length: > 0 } uploads ? new(uploads) : new(Address("Uploads", "blob"), Identity("Uploads")),
        settings["Ledger"] is { Length: > 0 } blobs ? new(blobs) : new(Address("Ledger", "blob"), Identity("Ledger")),
        settings["Ledger"] is { Length: > 0 } tables ? new TableServiceClient(tables) : new(Address("Ledger", "table"), Identity("Ledger")),
        settings["Ledger"] is { Length: > 0 } queues ? new(queues, Encoded) : new(Address("Ledger", "queue"), Identity("Ledger"), Encoded));

    private Uri Address(string account, string service)
    {
        var name = $"{account}:{service}ServiceUri";
        var spelt = name.Replace(":", "__", StringComparison.Ordinal);
        return settings[name] is not { Length: > 0 } value
            ? throw new InvalidOperationException($"The setting {spelt} is missing: the address of the {service} service, such as https://<account>.{service}.core.windows.net.")
            : Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
                ? address
                : throw new InvalidOperationException($"The setting {spelt} is no https address.");
    }

    private ManagedIdentityCredential Identity(string account) => new(
        settings[$"{account}:clientId"] is { Length: > 0 } client ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned);
}
