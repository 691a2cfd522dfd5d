namespace Deploy;

/// <summary>Runs the phases. Each can be run again: what is there already is left or brought up to date.</summary>
internal sealed class Deployment(DeployOptions options, TimeProvider clock, TextWriter output)
{
    private readonly Bicep bicep = Bicep.Find();

    /// <exception cref="DeployException">It cannot go on.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        if (options is { WhatIf: true, Azure: false })
        {
            await PlanAsync(await Templates.BuildAsync(bicep, options, ct), ct);
            return;
        }

        // Before anything is compiled: whoever is not logged in should not wait to be told.
        var az = await Az.LogInAsync(options.Subscription, ct);
        // azd has its own parameter file, and provisions with it.
        var templates = options.Azd ? null : await Templates.BuildAsync(bicep, options, ct);
        if (options.WhatIf)
        {
            await PlanAsync(templates!, ct);
            var known = await RegisteredAsync(templates!, Registration(az, templates), ct);
            await known.WriteAsync(ct);
            await new Provisioning(known).WhatIfAsync(az, ct);
            return;
        }

        await RunAsync(az, templates, ct);
    }

    private async Task PlanAsync(Templates templates, CancellationToken ct)
    {
        await new Plan(bicep, templates, options, output).PrintAsync(ct);
        await templates.WriteAsync(ct);
    }

    private async Task RunAsync(Az az, Templates? templates, CancellationToken ct)
    {
        var registration = Registration(az, templates);
        Outputs? made = null;
        foreach (var phase in options.Phases)
        {
            await output.WriteLineAsync($"{phase.ToString().ToLowerInvariant()} …");
            if (phase == Phase.Prepare)
            {
                await new Preparation(az, registration, options, Say).RunAsync(GivenClientId(templates), ct);
                continue;
            }

            if (phase == Phase.Provision) made = await ProvisionAsync(az, templates!, registration, ct);
            made ??= templates is null ? Outputs.OfEnvironment(Environment.GetEnvironmentVariables()) : await new Provisioning(templates).FindAsync(az, ct);
            await RunAsync(phase, az, made, ct);
        }

        if (made is not null) await PrintAddressesAsync(made);
    }

    private async Task<Outputs> ProvisionAsync(Az az, Templates templates, Registration registration, CancellationToken ct)
    {
        var known = await RegisteredAsync(templates, registration, ct);
        if (known.ClientId is null) Say("there is no registration yet, so that the app will let nobody in: run --phase prepare --phase provision");
        await known.WriteAsync(ct);
        return await new Provisioning(known).RunAsync(az, ct);
    }

    /// <summary>With the registration that an earlier run made: a repeated provisioning must not take the app's authentication away.</summary>
    private static async Task<Templates> RegisteredAsync(Templates templates, Registration registration, CancellationToken ct) =>
        templates with { Main = templates.Main.With("authClientId", await registration.FindAsync(ct)) };

    private Registration Registration(Az az, Templates? templates) =>
        new(az, $"{(templates is null ? Environment.GetEnvironmentVariable("AZURE_ENV_NAME") : $"{templates.Name}-{templates.Environment}")} fund reporting", GivenClientId(templates), clock);

    private static string? GivenClientId(Templates? templates) =>
        templates is not null ? templates.ClientId : Environment.GetEnvironmentVariable("PIPELINE_AUTH_CLIENT_ID") is { Length: > 0 } id ? id : null;

    private Task RunAsync(Phase phase, Az az, Outputs made, CancellationToken ct) => phase switch
    {
        Phase.Provision or Phase.Check => Provisioning.CheckAsync(az, made, ct),
        Phase.Publish => new Publishing(clock).RunAsync(az, made, ct),
        Phase.Events => new EventSubscription(bicep, clock).RunAsync(az, made, ct),
        _ => SmokeAsync(az, made, ct),
    };

    private async Task SmokeAsync(Az az, Outputs made, CancellationToken ct)
    {
        // A redirect is an answer to look at; and no link may be followed with the token that asked for it.
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        await new SmokeTest(options.Environment, http, clock, Say).RunAsync(az, made, ct);
    }

    private void Say(string line) => output.WriteLine($"  {line}");

    private async Task PrintAddressesAsync(Outputs made)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync($"app      {made.Address}");
        await output.WriteLineAsync($"year     {new Uri(made.Address, $"/api/years/{SmokeReturn.Year}")}");
        await output.WriteLineAsync($"report   {new Uri(made.Address, $"/api/years/{SmokeReturn.Year}/report")}");
        await output.WriteLineAsync($"uploads  account {made.UploadsAccount}, container returns");
    }
}
