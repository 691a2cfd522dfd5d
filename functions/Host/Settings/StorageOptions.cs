using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Host.Settings;

/// <summary>A storage account, by identity; on a machine without identities by a connection string.</summary>
/// <remarks>The names are those the Functions triggers read for a connection, so that host and app cannot mean different accounts.</remarks>
internal abstract class StorageOptions : IValidatableObject
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
    public string ClientId { get; set; } = "";

    /// <summary>The services this account is used for, with their addresses.</summary>
    protected virtual IEnumerable<(string Service, string Property, string Address)> Services =>
        [("blob", nameof(BlobServiceUri), BlobServiceUri), ("queue", nameof(QueueServiceUri), QueueServiceUri)];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConnectionString.Length > 0) yield break;
        foreach (var (service, property, address) in Services)
        {
            if (address.Length == 0)
                yield return new ValidationResult($"is missing: the address of the {service} service, such as https://<account>.{service}.core.windows.net.", [property]);
            else if (!Uri.TryCreate(address, UriKind.Absolute, out var found) || found.Scheme != Uri.UriSchemeHttps)
                yield return new ValidationResult("is no https address.", [property]);
        }
    }
}
