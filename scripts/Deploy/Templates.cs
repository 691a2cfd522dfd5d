namespace Deploy;

/// <summary>The compiled templates of an environment, as they go to Azure.</summary>
/// <param name="Environment">dev or prod.</param>
/// <param name="Main">infra/main.bicep with its parameters.</param>
internal sealed record Templates(string Environment, ParameterSet Main)
{
    /// <summary>The short name all resources carry.</summary>
    public string Name => Main["name"] ?? throw new DeployException($"infra/{Environment}.bicepparam gives no name. Give --name, 2 to 8 small letters or digits.");

    /// <summary>Client id of the app's registration; null when the parameter file leaves it open.</summary>
    public string? ClientId => Main["authClientId"] is { Length: > 0 } id ? id : null;

    /// <summary>Region.</summary>
    public string Location => Main["location"] ?? throw new DeployException($"infra/{Environment}.bicepparam gives no location. Give --location, such as southeastasia.");

    public static string MainFile => Clone.Artifacts("main.json");

    public string ParameterFile => Clone.Artifacts($"{Environment}.parameters.json");

    /// <summary>Compiles them.</summary>
    /// <exception cref="DeployException">They do not compile, or an option names what they do not have.</exception>
    public static async Task<Templates> BuildAsync(Bicep bicep, DeployOptions options, CancellationToken ct)
    {
        var main = await bicep.BuildParametersAsync(Clone.Infra($"{options.Environment}.bicepparam"), ct);
        return new Templates(options.Environment, main.With("name", options.Name).With("location", options.Location));
    }

    /// <summary>Writes them where az reads them.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        await File.WriteAllTextAsync(MainFile, Main.Template.ToJsonString(), ct);
        await File.WriteAllTextAsync(ParameterFile, Main.Parameters.ToJsonString(), ct);
    }
}
