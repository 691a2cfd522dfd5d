namespace Deploy;

/// <summary>What would be done, printed without Azure.</summary>
internal sealed class Plan(Bicep bicep, Templates templates, DeployOptions options, TextWriter output)
{
    // Stand for what is known only when the first step is done.
    private static readonly Outputs Unknown = new("<resourceGroup>", "<functionApp>", new Uri("https://app.invalid"), "<uploadsAccount>", "<ledgerAccount>", "<stateAccount>", "<systemTopic>");

    public async Task PrintAsync(CancellationToken ct)
    {
        await output.WriteLineAsync($"Plan for {templates.Environment}, {templates.Name} in {templates.Location}. Nothing is changed.");
        await output.WriteLineAsync();
        await PrintStepsAsync();
        await PrintResourcesAsync(Clone.Shown(Clone.Infra("main.bicep")), TemplateResource.Of(templates.Main.Template));
        await PrintPredictedAsync(ct);
        await PrintResourcesAsync(Clone.Shown(EventSubscription.Source), TemplateResource.Of(await bicep.BuildAsync(EventSubscription.Source, ct)));
    }

    private async Task PrintStepsAsync()
    {
        var number = 1;
        foreach (var phase in options.Phases)
        {
            await output.WriteLineAsync($"{number++}  {phase.ToString().ToLowerInvariant()}: {About(phase)}");
            foreach (var command in Commands(phase)) await output.WriteLineAsync($"     {command}");
        }
    }

    private static string About(Phase phase) => phase switch
    {
        Phase.Prepare => "register the resource provider that the app's network needs, and the app in the directory with the roles of infra/app-roles.json",
        Phase.Provision => "make or change what the templates say, then see whether the app runs",
        Phase.Check => "see whether the app runs",
        Phase.Publish => "build the app, pack it, hand it over",
        Phase.Events => "wait until the app has made its key blobs_extension, then subscribe it to the uploads",
        _ => "upload a return by a link, wait for its receipt, ask for the report's link",
    };

    private IEnumerable<string> Commands(Phase phase) => phase switch
    {
        Phase.Prepare => [Az(Preparation.ProviderCommand), .. templates.ClientId is { } id ? [$"(the registration {id} is given)"] : Registration.Commands],
        Phase.Provision => [Az(new Provisioning(templates).Command("create"))],
        Phase.Publish => [Line("dotnet", Publishing.BuildCommand), Az(Publishing.Command(Unknown))],
        Phase.Events => [Az(EventSubscription.Command(Unknown))],
        Phase.Smoke => [.. LentRole.Of("<subscription>", Unknown).Select(r => $"role {r.Name} on {r.Scope.Split("/providers/", 2)[1]}, for the time of the test")],
        _ => [],
    };

    private async Task PrintResourcesAsync(string file, IReadOnlyList<TemplateResource> resources)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync($"{file}: {Counted(resources.Count)}");
        foreach (var module in resources.GroupBy(r => r.Module))
        {
            await output.WriteLineAsync(module.Key.Length == 0 ? "  (itself)" : $"  {module.Key}");
            foreach (var r in module)
                await output.WriteLineAsync($"    {r.Type}  {r.Name}{(r.Repeated ? "  one for each" : "")}{(r.Condition is { } condition ? $"  if {condition}" : "")}");
        }
    }

    private async Task PrintPredictedAsync(CancellationToken ct)
    {
        var predicted = await PredictAsync(ct);
        await output.WriteLineAsync();
        await output.WriteLineAsync($"That is, in {templates.Environment}, {Counted(predicted.Count)} (names hold a hash of the subscription, so they will be others):");
        foreach (var r in predicted) await output.WriteLineAsync($"    {r}");
    }

    // The compiler writes beside what it reads, and reads only parameter files, which know nothing of our options: both are made in a copy.
    private async Task<IReadOnlyList<PredictedResource>> PredictAsync(CancellationToken ct)
    {
        var copy = Directory.CreateTempSubdirectory("infra-").FullName;
        try
        {
            var original = Path.GetDirectoryName(Clone.Infra("main.bicep"))!;
            foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(copy, Path.GetRelativePath(original, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            await File.WriteAllTextAsync(Path.Combine(copy, "plan.bicepparam"), templates.Main.Source("main.bicep"), ct);
            return await bicep.PredictAsync(copy, "plan.bicepparam", templates.Location, ct);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static string Counted(int resources) => resources == 1 ? "1 resource" : $"{resources} resources";

    private static string Az(IReadOnlyList<string> arguments) => Line("az", arguments);

    private static string Line(string tool, IReadOnlyList<string> arguments) =>
        $"{tool} {string.Join(' ', arguments.Select(a => a.StartsWith('@') ? $"@{Clone.Shown(a[1..])}" : Path.IsPathRooted(a) ? Clone.Shown(a) : a))}";
}
