using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Deploy;

/// <summary>A resource that a deployment will have.</summary>
/// <param name="Type">Such as <c>Microsoft.Web/sites</c>.</param>
/// <param name="Name">Its name; with the expression where only Azure can work it out.</param>
/// <param name="On">What it is attached to, as a role and a log are; empty for what stands by itself.</param>
/// <param name="Purpose">What the template says it is for; empty when it says nothing.</param>
internal sealed partial record PredictedResource(string Type, string Name, string On, string Purpose)
{
    private const string RoleAssignment = "Microsoft.Authorization/roleAssignments";

    /// <summary>Reads it as the compiler writes it.</summary>
    public static PredictedResource Of(JsonNode made)
    {
        var (type, name) = (made["type"]!.GetValue<string>(), InGroup().Replace(made["name"]!.GetValue<string>(), ""));
        // Of /…/providers/Microsoft.Storage/storageAccounts/a/blobServices/default/providers/Microsoft.Insights/diagnosticSettings/x: a/blobServices.
        var id = made["id"]?.GetValue<string>() ?? "";
        // Where the name is known only to Azure, the id is a formula that begins with what the resource is attached to.
        var providers = (Attached().Match(id) is { Success: true } formula ? $"{formula.Groups[1].Value}/providers/" : id).Split("/providers/");
        var on = providers.Length > 2 ? string.Join('/', providers[^2].Split('/').Skip(1).Chunk(2).Select(part => part[1] == "default" ? part[0] : part[1])) : "";
        return new PredictedResource(type, name, on, type == RoleAssignment ? made["properties"]?["description"]?.GetValue<string>() ?? "" : "");
    }

    /// <summary>For people: the name of a role assignment is a number that tells nothing.</summary>
    public override string ToString() =>
        $"{Type}  {(Type == RoleAssignment ? "" : $"{Name} ")}{(On.Length > 0 ? $"on {On}" : "")}{(Purpose.Length > 0 ? $": {Purpose}" : "")}".TrimEnd();

    [GeneratedRegex(@"^\[extensionResourceId\('([^']+)'")]
    private static partial Regex Attached();

    // In a name that only Azure can work out, what every resource of the deployment has in common.
    [GeneratedRegex("/subscriptions/0[0-9-]+/resourceGroups/[^/']+/providers/")]
    private static partial Regex InGroup();
}
