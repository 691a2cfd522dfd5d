using System.Text.RegularExpressions;

namespace Infra.Tests;

/// <summary>A resource that a template makes.</summary>
internal sealed partial record Resource(JsonObject Json)
{
    public string Type => Text("type");

    public string Name => Text("name");

    /// <summary>Id; that of an extension begins with the id of what it extends, also where only Azure can work out its name.</summary>
    public string Id => Extension().Match(Text("id")) is { Success: true } match ? $"{match.Groups[1].Value}/providers/{match.Groups[2].Value}/{Name}" : Text("id");

    /// <summary>The last part of the name.</summary>
    public string ShortName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>What stands at a path such as <c>properties.siteConfig.minTlsVersion</c>; null when nothing does.</summary>
    public JsonNode? At(string path) => path.Split('.').Aggregate((JsonNode?)Json, (node, part) => (node as JsonObject)?[part]);

    /// <summary>The same as text; empty when nothing stands there.</summary>
    public string Text(string path) => At(path)?.ToString() ?? "";

    public bool Is(string path) => At(path) is JsonValue value && value.TryGetValue<bool>(out var set) && set;

    public int? Number(string path) => At(path) is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public IEnumerable<JsonNode> List(string path) => At(path) is JsonArray list ? list.Where(n => n is not null).Select(n => n!) : [];

    public IEnumerable<Resource> Items(string path) => List(path).OfType<JsonObject>().Select(o => new Resource(o));

    /// <summary>Whether this is a part or an extension of another.</summary>
    public bool IsOf(Resource other) => Id.StartsWith(other.Id + "/", StringComparison.Ordinal);

    [GeneratedRegex(@"^\[extensionResourceId\('([^']+)', '([^']+)', ")]
    private static partial Regex Extension();
}
