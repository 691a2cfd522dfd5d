using System.Text.Json.Nodes;

namespace Deploy;

/// <summary>A compiled template with the parameters it is deployed with.</summary>
/// <param name="Template">ARM template.</param>
/// <param name="Parameters">ARM parameter file.</param>
internal sealed record ParameterSet(JsonObject Template, JsonObject Parameters)
{
    /// <summary>A parameter's value as text; null when neither the file nor the template has a plain one.</summary>
    public string? this[string name] =>
        Parameters["parameters"]?[name]?["value"] is JsonValue given ? given.ToString()
        : Template["parameters"]?[name]?["defaultValue"] is JsonValue standing && standing.ToString() is var text && !text.StartsWith('[') ? text
        : null;

    /// <summary>The parameters in the compiler's own language.</summary>
    /// <param name="template">File name of the template they are for.</param>
    public string Source(string template)
    {
        var given = Parameters["parameters"]!.AsObject().Where(p => p.Value!["value"] is not null);
        var lines = given.Select(p => $"param {p.Key} = json('{p.Value!["value"]!.ToJsonString().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}')");
        return string.Join('\n', [$"using '{template}'", .. lines, ""]);
    }

    /// <summary>The same with another value for a parameter.</summary>
    /// <exception cref="DeployException">The template has no such parameter.</exception>
    public ParameterSet With(string name, string? value)
    {
        if (value is null) return this;
        if (Template["parameters"]?[name] is null) throw new DeployException($"The template has no parameter {name}; leave --{name} out.");
        var changed = Parameters.DeepClone().AsObject();
        changed["parameters"]![name] = new JsonObject { ["value"] = value };
        return this with { Parameters = changed };
    }
}
