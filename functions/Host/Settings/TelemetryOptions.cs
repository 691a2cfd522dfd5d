using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Host.Settings;

/// <summary>Where logs, traces and measurements go. The names are those the Functions host reads.</summary>
[SettingsSection("")]
internal sealed partial class TelemetryOptions : IValidatableObject, IAzureOptions
{
    [ConfigurationKeyName("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    [Setting("Application Insights that takes logs, traces and measurements; without it they go nowhere", SetBy.Templates)]
    public string ConnectionString { get; set; } = "";

    [ConfigurationKeyName("APPLICATIONINSIGHTS_AUTHENTICATION_STRING")]
    [Setting("`Authorization=AAD;ClientId=…`: by which identity; Application Insights takes no keys", SetBy.Templates)]
    public string Authentication { get; set; } = "";

    /// <summary>The user-assigned identity; empty for the app's own.</summary>
    public string ClientId => Identity().Match(Authentication).Groups["id"].Value;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConnectionString.Length > 0 && !ConnectionString.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase))
            yield return new ValidationResult("is no connection string of Application Insights.", [nameof(ConnectionString)]);
        if (Authentication.Length > 0 && !Identity().IsMatch(Authentication))
            yield return new ValidationResult("must look like Authorization=AAD;ClientId=<id>.", [nameof(Authentication)]);
    }

    public IEnumerable<ValidationResult> ValidateInAzure()
    {
        // Else it would be written with the key in the connection string, be refused, and nobody would hear of it.
        if (ConnectionString.Length > 0 && Authentication.Length == 0)
            yield return new ValidationResult("is missing: Authorization=AAD;ClientId=<id>, for Application Insights takes no keys.", [nameof(Authentication)]);
    }

    [GeneratedRegex(@"^Authorization=AAD(?:;ClientId=(?<id>[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}))?;?$")]
    private static partial Regex Identity();
}
