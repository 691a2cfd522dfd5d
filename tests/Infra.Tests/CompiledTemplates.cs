using Xunit.Sdk;

namespace Infra.Tests;

/// <summary>The templates, compiled once for all tests. The compiler itself works out what each parameter file makes: loops, conditions, modules and names, as far as that is
/// possible without Azure; what is not stays an expression.</summary>
public sealed class CompiledTemplates : IAsyncLifetime
{
    private const string Subscription = "00000000-0000-0000-0000-000000000000";

    // With what neither dev nor prod has by itself: closed without private endpoints, instances that are always there, somebody who uploads.
    private const string Everything = """
        using 'main.bicep'

        param name = 'every'
        param location = 'southeastasia'
        param environment = 'prod'
        param alwaysReady = 1
        param allowedAddresses = ['203.0.113.0/24']
        param uploaders = [{ unit: '430100', principal: '00000000-0000-0000-0000-000000000001', kind: 'Group' }]
        param scanUploads = true
        param authClientId = '00000000-0000-0000-0000-000000000002'
        param alertEmail = 'office@example.com'
        param budgetAmount = 100
        """;

    private const string Events = """
        using 'events.bicep'

        param functionApp = 'the-app'
        param uploadsAccount = 'theuploads'
        param systemTopic = 'the-topic'
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("infra-tests-").FullName;
    private readonly Dictionary<string, Template> templates = [];

    /// <summary>What the linter says of all templates and parameter files.</summary>
    internal string Remarks { get; private set; } = "";

    /// <summary>The main template as Azure gets it, with its modules nested in it.</summary>
    internal JsonObject Main { get; private set; } = [];

    /// <summary>What is made of <c>dev</c>, <c>prod</c> or <c>everything</c>, with the event subscription of the second phase.</summary>
    internal Template this[string environment] => templates[environment];

    public async ValueTask InitializeAsync()
    {
        if (Bicep.Missing is not null) return;
        Copy(Clone.Infra, folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "everything.bicepparam"), Everything);
        await File.WriteAllTextAsync(Path.Combine(folder, "second.bicepparam"), Events);

        var remarks = Task.WhenAll(LintAsync("./**/*.bicep"), LintAsync("./*.bicepparam"));
        var main = Bicep.RunAsync(folder, "build", "main.bicep", "--stdout");
        var environments = new[] { "dev", "prod", "everything" };
        var made = await Task.WhenAll(environments.Append("second").Select(SnapshotAsync));
        foreach (var (environment, resources) in environments.Zip(made)) templates[environment] = new Template([.. resources, .. made[^1]]);
        Remarks = string.Join('\n', await remarks).Trim();
        Main = JsonNode.Parse((await main).Output)!.AsObject();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<string> LintAsync(string pattern) => (await Bicep.RunAsync(folder, "lint", "--pattern", pattern)).Remarks.Trim();

    private async Task<IReadOnlyList<JsonObject>> SnapshotAsync(string name)
    {
        string[] group = name == "second" ? ["--resource-group", "second"] : [];
        var answer = await Bicep.RunAsync(
            folder, ["snapshot", $"{name}.bicepparam", "--mode", "overwrite", "--location", "southeastasia", "--subscription-id", Subscription, "--tenant-id", Subscription, .. group]);
        // It also remarks on a module that it cannot look into; nothing in there would be checked.
        if (answer is not { ExitCode: 0, Remarks: "" }) throw new XunitException($"{name}.bicepparam: {answer.Remarks}");
        var made = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, $"{name}.snapshot.json")))!;
        return [.. made["predictedResources"]!.AsArray().Select(r => r!.DeepClone().AsObject())];
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
