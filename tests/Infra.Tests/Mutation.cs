namespace Infra.Tests;

/// <summary>A mistake somebody could make in the templates.</summary>
/// <param name="Finds">Name of the rule that must find it.</param>
/// <param name="Type">Type of the resource that is spoilt.</param>
/// <param name="Which">What its id holds.</param>
/// <param name="Path">Where; a number is a place in a list. Empty spoils the whole resource.</param>
/// <param name="Value">What stands there then, as JSON; null takes it away.</param>
internal sealed record Mutation(string Finds, string Type, string Which, string Path, string? Value)
{
    /// <summary>The template with the mistake.</summary>
    public Template Of(Template template)
    {
        var resources = template.Copy();
        var spoilt = resources.First(r => (string)r["type"]! == Type && ((string)r["id"]!).Contains(Which, StringComparison.Ordinal));
        if (Path.Length == 0)
        {
            resources.Remove(spoilt);
            return new Template(resources, template.Addresses);
        }

        var parts = Path.Split('.');
        var parent = parts[..^1].Aggregate((JsonNode)spoilt, (node, part) => (int.TryParse(part, out var place) ? node[place] : node[part])!);
        var value = Value is null ? null : JsonNode.Parse(Value);
        if (parent is JsonArray list) Replace(list, int.Parse(parts[^1], null), value);
        else if (value is null) Assert.True(parent.AsObject().Remove(parts[^1]), $"Nothing at {Path}.");
        else parent[parts[^1]] = value;
        return new Template(resources, template.Addresses);
    }

    private static void Replace(JsonArray list, int place, JsonNode? value)
    {
        list.RemoveAt(place);
        if (value is not null) list.Insert(place, value);
    }
}
