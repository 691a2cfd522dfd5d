namespace Infra.Tests;

/// <summary>Outputs stay readable in the history of deployments, for everybody who may look at the group.</summary>
internal static class OutputSecrets
{
    public static IEnumerable<string> In(JsonObject template) =>
        Templates(template).SelectMany(t => t["outputs"]?.AsObject() ?? [])
            .Where(o => Secrets.In(o.Value!.ToJsonString()) || o.Value!["type"]!.ToString().StartsWith("secure", StringComparison.OrdinalIgnoreCase) || o.Value.ToJsonString().Contains("ConnectionString", StringComparison.Ordinal))
            .Select(o => o.Key);

    /// <summary>A template and all that are nested in it.</summary>
    public static IEnumerable<JsonObject> Templates(JsonObject template)
    {
        yield return template;
        // With names for its resources a template has an object of them, otherwise a list.
        IEnumerable<JsonNode?> resources = template["resources"] is JsonObject named ? named.Select(r => r.Value) : template["resources"]?.AsArray() ?? [];
        foreach (var nested in resources.Select(r => r!["properties"]?["template"]).OfType<JsonObject>().SelectMany(Templates)) yield return nested;
    }
}
