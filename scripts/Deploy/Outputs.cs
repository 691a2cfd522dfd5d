using System.Collections;
using System.Text.Json;

namespace Deploy;

/// <summary>What the templates say of what they made; the names are those of <c>infra/main.bicep</c>.</summary>
internal sealed record Outputs(string ResourceGroup, string FunctionApp, Uri Address, string UploadsAccount, string LedgerAccount, string StateAccount, string SystemTopic)
{
    /// <summary>Reads the outputs of a deployment.</summary>
    public static Outputs Of(JsonElement deployment)
    {
        var outputs = deployment.GetProperty("properties").GetProperty("outputs");
        // Azure answers with capital letters of its own.
        var found = outputs.ValueKind != JsonValueKind.Object
            ? []
            : outputs.EnumerateObject().ToDictionary(o => o.Name, o => o.Value.GetProperty("value").ToString(), StringComparer.OrdinalIgnoreCase);
        return From(name => found.GetValueOrDefault(name), "The deployment has no output {0}: provision again with the templates of this clone.");
    }

    /// <summary>Reads what azd has put into the environment of its hooks.</summary>
    public static Outputs OfEnvironment(IDictionary environment)
    {
        var found = environment.Cast<DictionaryEntry>().GroupBy(e => (string)e.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(e => e.Key, e => (string?)e.First().Value, StringComparer.OrdinalIgnoreCase);
        return From(name => found.GetValueOrDefault(name), "azd has no value {0}: run azd provision first, and call this script from azd.");
    }

    private static Outputs From(Func<string, string?> find, string missing)
    {
        string Required(string name) => find(name) is { Length: > 0 } value ? value : throw new DeployException(string.Format(null, missing, name));
        return new Outputs(
            Required("resourceGroup"), Required("functionApp"), new Uri(Required("address")), Required("uploadsAccount"),
            Required("ledgerAccount"), Required("stateAccount"), Required("systemTopic"));
    }
}
