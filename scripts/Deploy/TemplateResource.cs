using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Deploy;

/// <summary>A resource as a template declares it.</summary>
/// <param name="Module">Names of the modules it stands in, outermost first; empty for the template itself.</param>
/// <param name="Type">Such as <c>Microsoft.Web/sites</c>.</param>
/// <param name="Name">Name expression.</param>
/// <param name="Condition">Expression on which it depends whether there is one; null without.</param>
/// <param name="Repeated">Whether there is one for each member of a list.</param>
internal sealed partial record TemplateResource(string Module, string Type, string Name, string? Condition, bool Repeated)
{
    private const string Nested = "Microsoft.Resources/deployments";

    /// <summary>Every resource of a compiled template, those of its modules included; the deployments that carry modules are none.</summary>
    public static IReadOnlyList<TemplateResource> Of(JsonObject template) => [.. Read(template, "", null, false)];

    private static IEnumerable<TemplateResource> Read(JsonObject template, string module, string? condition, bool repeated)
    {
        foreach (var resource in Members(template["resources"]))
        {
            // A resource of another template is looked at, not made.
            if (resource["existing"]?.GetValue<bool>() == true) continue;
            var (type, name) = (resource["type"]!.GetValue<string>(), resource["name"]!.GetValue<string>());
            var (holds, loops) = (Both(condition, resource["condition"] is JsonValue own ? own.ToString() : null), repeated || resource["copy"] is not null);
            if (type != Nested)
            {
                yield return new TemplateResource(module, type, name, holds, loops);
                continue;
            }

            foreach (var inner in Read(resource["properties"]!["template"]!.AsObject(), module.Length == 0 ? Plain(name) : $"{module}/{Plain(name)}", holds, loops)) yield return inner;
        }
    }

    // An array, or an object by symbolic names.
    private static IEnumerable<JsonObject> Members(JsonNode? resources) => resources switch
    {
        JsonArray list => list.Select(r => r!.AsObject()),
        JsonObject named => named.Select(r => r.Value!.AsObject()),
        null => [],
        _ => throw new JsonException("The resources of a template are a list or an object."),
    };

    // A module without a name of its own is given one by the compiler: its symbol and a hash.
    private static string Plain(string module) => GivenName().Match(module) is { Success: true } given ? given.Groups[1].Value : module;

    [GeneratedRegex(@"^\[format\('([^'{]+)-\{0\}'")]
    private static partial Regex GivenName();

    private static string? Both(string? outer, string? inner) => (outer, inner) switch
    {
        (null, _) => inner,
        (_, null) => outer,
        _ => $"{outer} and {inner}",
    };
}
