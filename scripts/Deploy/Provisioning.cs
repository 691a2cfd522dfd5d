using System.Text.Json;

namespace Deploy;

/// <summary>The resource group and everything in it, from <c>infra/main.bicep</c> with the parameter file of the environment.</summary>
internal sealed class Provisioning(Templates templates)
{
    /// <summary>The deployment, by a name that is the same the next time: a repeated run takes the place of the last.</summary>
    public IReadOnlyList<string> Command(string verb) =>
        ["deployment", "sub", verb, "--name", DeploymentName, "--location", templates.Location, "--template-file", Templates.MainFile, "--parameters", $"@{templates.ParameterFile}"];

    private string DeploymentName => $"{templates.Name}-{templates.Environment}-{templates.Location}";

    /// <summary>Makes or changes what is there.</summary>
    public async Task<Outputs> RunAsync(Az az, CancellationToken ct) => Outputs.Of(await az.AskAsync(Command("create"), ct));

    /// <summary>What the last run made.</summary>
    /// <exception cref="DeployException">There was none.</exception>
    public async Task<Outputs> FindAsync(Az az, CancellationToken ct)
    {
        var answer = await az.TryAsync(["deployment", "sub", "show", "--name", DeploymentName], ct);
        return answer.Succeeded
            ? Outputs.Of(JsonDocument.Parse(answer.Output).RootElement)
            : throw new DeployException($"Nothing has been provisioned as {DeploymentName} in this subscription. Run the script without --phase, or with the --name and --location of then.");
    }

    /// <summary>Asks Azure what would change, and lets it answer.</summary>
    public Task WhatIfAsync(Az az, CancellationToken ct) => az.RunAsync(Command("what-if"), ct);

    /// <summary>Whether the app is there and runs.</summary>
    public static async Task CheckAsync(Az az, Outputs made, CancellationToken ct)
    {
        var app = await az.AskAsync(["functionapp", "show", "--resource-group", made.ResourceGroup, "--name", made.FunctionApp], ct);
        var state = State(app);
        if (state != "Running") throw new DeployException($"The app {made.FunctionApp} is {state ?? "in no known state"}. Start it (az functionapp start) and run this script again.");
    }

    // Older answers have it at the top, newer ones among the properties.
    private static string? State(JsonElement app) =>
        app.TryGetProperty("state", out var state) ? state.GetString()
        : app.TryGetProperty("properties", out var properties) && properties.TryGetProperty("state", out state) ? state.GetString()
        : null;
}
