namespace Deploy;

/// <summary>Runs the phases. Each can be run again: what is there already is left or brought up to date.</summary>
internal sealed class Deployment(DeployOptions options, TimeProvider clock, TextWriter output)
{
    /// <exception cref="DeployException">It cannot go on.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        if (options is { WhatIf: true, Azure: false })
        {
            await PlanAsync(ct);
            return;
        }

        // Before anything is compiled: whoever is not logged in should not wait to be told.
        var az = await Az.LogInAsync(options.Subscription, ct);
        if (options.WhatIf) await (await PlanAsync(ct)).WhatIfAsync(az, ct);
        else await RunAsync(az, ct);
    }

    private async Task<Provisioning> PlanAsync(CancellationToken ct)
    {
        var bicep = Bicep.Find();
        var templates = await Templates.BuildAsync(bicep, options, ct);
        await new Plan(bicep, templates, options, output).PrintAsync(ct);
        await templates.WriteAsync(ct);
        return new Provisioning(templates);
    }

    private async Task RunAsync(Az az, CancellationToken ct)
    {
        var bicep = Bicep.Find();
        // azd has its own parameter file, and has provisioned with it.
        var provisioning = options.Azd ? null : await ReadyAsync(bicep, ct);
        Outputs? made = null;
        foreach (var phase in options.Phases)
        {
            await output.WriteLineAsync($"{phase.ToString().ToLowerInvariant()} …");
            if (phase == Phase.Provision) made = await provisioning!.RunAsync(az, ct);
            made ??= provisioning is null ? Outputs.OfEnvironment(Environment.GetEnvironmentVariables()) : await provisioning.FindAsync(az, ct);
            await RunAsync(phase, az, bicep, made, ct);
        }

        await PrintAddressesAsync(made!);
    }

    private async Task<Provisioning> ReadyAsync(Bicep bicep, CancellationToken ct)
    {
        var templates = await Templates.BuildAsync(bicep, options, ct);
        await templates.WriteAsync(ct);
        return new Provisioning(templates);
    }

    private Task RunAsync(Phase phase, Az az, Bicep bicep, Outputs made, CancellationToken ct) => phase switch
    {
        Phase.Provision or Phase.Check => Provisioning.CheckAsync(az, made, ct),
        Phase.Publish => Publishing.RunAsync(az, made, ct),
        Phase.Events => new EventSubscription(bicep, clock).RunAsync(az, made, ct),
        _ => SmokeAsync(az, made, ct),
    };

    private async Task SmokeAsync(Az az, Outputs made, CancellationToken ct)
    {
        // A redirect is an answer to look at; and no link may be followed with the token that asked for it.
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        await new SmokeTest(options.Environment, http, clock, line => output.WriteLine($"  {line}")).RunAsync(az, made, ct);
    }

    private async Task PrintAddressesAsync(Outputs made)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync($"app      {made.Address}");
        await output.WriteLineAsync($"year     {new Uri(made.Address, $"/api/years/{SmokeReturn.Year}")}");
        await output.WriteLineAsync($"report   {new Uri(made.Address, $"/api/years/{SmokeReturn.Year}/report")}");
        await output.WriteLineAsync($"uploads  account {made.UploadsAccount}, container returns");
    }
}
