using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Host.Settings;

/// <summary>A storage account, by identity; on a machine without identities by a connection string.</summary>
/// <remarks>The names are those the Functions triggers read for a connection, so that host and app cannot mean different accounts.</remarks>
internal abstract class StorageOptions : IValidatableObject, IAzureOptions
{
    /// <summary>The value of <see cref="Credential"/> in Azure.</summary>
    public const string ManagedIdentity = "managedidentity";

    [ConfigurationKeyName("")]
    [Setting("Connection string instead of the addresses: an emulator. Not in Azure, where accounts take no keys", SetBy.Developer)]
    public string ConnectionString { get; set; } = "";

    [ConfigurationKeyName("blobServiceUri")]
    [Setting("Address of the account's blob service", SetBy.Templates)]
    public string BlobServiceUri { get; set; } = "";

    [ConfigurationKeyName("queueServiceUri")]
    [Setting("Address of the account's queue service", SetBy.Templates)]
    public string QueueServiceUri { get; set; } = "";

    [ConfigurationKeyName("credential")]
    [Setting("`managedidentity` in Azure; without it the developer who is logged in (`az login`, `azd auth login`)", SetBy.Templates)]
    [AllowedValues("", ManagedIdentity, ErrorMessage = $"must be {ManagedIdentity} or left out.")]
    public string Credential { get; set; } = "";

    [ConfigurationKeyName("clientId")]
    [Setting("Client id of the user-assigned identity; without it the app's own", SetBy.Templates)]
    [ClientId]
    public string ClientId { get; set; } = "";

    /// <summary>The services this account is used for, with their addresses.</summary>
    protected virtual IEnumerable<(string Service, string Property, string Address)> Services =>
        [("blob", nameof(BlobServiceUri), BlobServiceUri), ("queue", nameof(QueueServiceUri), QueueServiceUri)];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => ConnectionString.Length > 0 ? [] : Addresses();

    /// <summary>There the accounts take no keys: without this, an app that was given one would start and fail at its first call.</summary>
    public IEnumerable<ValidationResult> ValidateInAzure()
    {
        if (ConnectionString.Length > 0)
            yield return new ValidationResult("is a connection string, and in Azure accounts take no keys: take it away, and give the addresses of the services instead.", [nameof(ConnectionString)]);
        if (Credential.Length == 0) yield return new ValidationResult($"is missing: {ManagedIdentity} in Azure.", [nameof(Credential)]);
        if (ConnectionString.Length == 0) yield break;
        // They are asked for as soon as the connection string is gone.
        foreach (var fault in Addresses()) yield return fault;
    }

    private IEnumerable<ValidationResult> Addresses()
    {
        foreach (var (service, property, address) in Services)
        {
            if (address.Length == 0)
                yield return new ValidationResult($"is missing: the address of the {service} service, such as https://<account>.{service}.core.windows.net.", [property]);
            else if (!Uri.TryCreate(address, UriKind.Absolute, out var found) || found.Scheme != Uri.UriSchemeHttps)
                yield return new ValidationResult("is no https address.", [property]);
        }
    }
}
