using System.Reflection;
using System.Text.Json.Nodes;

namespace Deploy;

/// <summary>The pinned compiler of the templates.</summary>
internal sealed class Bicep
{
    private readonly Tool tool;

    private Bicep(Tool tool) => this.tool = tool;

    /// <exception cref="DeployException">Restore has not brought it.</exception>
    public static Bicep Find()
    {
        var folder = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "BicepFolder").Value!;
        var path = Path.Combine(folder, OperatingSystem.IsWindows() ? "bicep.exe" : "bicep");
        if (!File.Exists(path)) throw new DeployException("The Bicep compiler is not in the package folder. Run dotnet restore scripts/Deploy, then this script again.");
        // A package keeps no permissions.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        return new Bicep(Tool.At(path));
    }

    /// <summary>Compiles a template.</summary>
    public async Task<JsonObject> BuildAsync(string template, CancellationToken ct) => Read(await AskAsync("build", template, ct));

    /// <summary>Compiles a parameter file and the template it uses.</summary>
    public async Task<ParameterSet> BuildParametersAsync(string file, CancellationToken ct)
    {
        var made = Read(await AskAsync("build-params", file, ct));
        return new ParameterSet(
            JsonNode.Parse(made["templateJson"]!.GetValue<string>())!.AsObject(),
            JsonNode.Parse(made["parametersJson"]!.GetValue<string>())!.AsObject());
    }

    /// <summary>The resources that a template makes of a parameter file, with loops, conditions and names worked out as far as they can be without Azure.</summary>
    /// <param name="infra">Folder of the templates; the compiler writes into it.</param>
    /// <param name="file">Name of the parameter file in it.</param>
    /// <param name="location">Region of the deployment.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<PredictedResource>> PredictAsync(string infra, string file, string location, CancellationToken ct)
    {
        // Names that hash the subscription need one; any will do for a plan.
        await AskAsync(
            ["snapshot", Path.Combine(infra, file), "--mode", "overwrite", "--location", location, "--subscription-id", Guid.Empty.ToString(), "--tenant-id", Guid.Empty.ToString()], file, ct);
        var snapshot = Read(await File.ReadAllTextAsync(Path.Combine(infra, Path.ChangeExtension(file, ".snapshot.json")), ct));
        return [.. snapshot["predictedResources"]!.AsArray().Select(r => PredictedResource.Of(r!))];
    }

    private Task<string> AskAsync(string command, string file, CancellationToken ct) => AskAsync([command, file, "--stdout"], file, ct);

    private async Task<string> AskAsync(IReadOnlyList<string> arguments, string file, CancellationToken ct)
    {
        if (!File.Exists(arguments[1])) throw new DeployException($"{Clone.Shown(arguments[1])} is missing; is this clone complete?");
        var answer = await tool.AskAsync(arguments, ct);
        return answer.Succeeded ? answer.Output : throw new DeployException($"{Path.GetFileName(file)} does not compile:{Environment.NewLine}{answer.Error}");
    }

    private static JsonObject Read(string json) => JsonNode.Parse(json)!.AsObject();
}
