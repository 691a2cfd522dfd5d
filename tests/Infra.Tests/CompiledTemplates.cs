using System.Text.RegularExpressions;
using Xunit.Sdk;

namespace Infra.Tests;

/// <summary>The templates, compiled once for all tests. The compiler itself works out what each parameter file makes: loops, conditions, modules and names, as far as that is
/// possible without Azure; what is not stays an expression.</summary>
public sealed partial class CompiledTemplates : IAsyncLifetime
{
    /// <summary>Name of the account that the second phase is told of.</summary>
    internal const string UploadsOfEvents = "theuploads";

    private const string Subscription = "00000000-0000-0000-0000-000000000000";
    private const string Office = "203.0.113.0/24";

    // With what neither dev nor prod has by itself: closed without private endpoints, instances that are always there, somebody who uploads.
    private const string Everything = $$"""
        using 'main.bicep'

        param name = 'every'
        param location = 'southeastasia'
        param environment = 'prod'
        param alwaysReady = 1
        param allowedAddresses = ['{{Office}}']
        param uploaders = [
          { unit: '430100', principal: '00000000-0000-0000-0000-000000000001', kind: 'Group' }
          { unit: '430200', principal: '00000000-0000-0000-0000-000000000003', kind: 'ServicePrincipal' }
        ]
        param scanUploads = true
        param authClientId = '00000000-0000-0000-0000-000000000002'
        param alertEmail = 'office@example.com'
        param budgetAmount = 100
        """;

    // Years later: the policies are locked, and the topic was there before.
    private const string Settled = """
        using 'main.bicep'

        param name = 'settled'
        param location = 'southeastasia'
        param environment = 'prod'
        param papersLocked = true
        param existingTopic = 'made-by-defender'
        """;

    private const string Events = $"""
        using 'events.bicep'

        param functionApp = 'the-app'
        param uploadsAccount = '{UploadsOfEvents}'
        param systemTopic = 'the-topic'
        """;

    /// <summary>The environments for which every rule must hold; <c>main</c> is that of azd.</summary>
    internal static readonly string[] Environments = ["dev", "prod", "main", "everything"];

    private readonly string folder = Directory.CreateTempSubdirectory("infra-tests-").FullName;
    private readonly Dictionary<string, Template> templates = [];

    /// <summary>What the linter says of all templates and parameter files.</summary>
    internal string Remarks { get; private set; } = "";

    /// <summary>The main template as Azure gets it, with its modules nested in it.</summary>
    internal JsonObject Main { get; private set; } = [];

    /// <summary>What is made of an environment, or of <c>settled</c>, with the event subscription of the second phase.</summary>
    internal Template this[string environment] => templates[environment];

    public async ValueTask InitializeAsync()
    {
        if (GoesUnchecked(Bicep.Missing, Environment.GetEnvironmentVariable("CI"))) return;
        Copy(Clone.Infra, folder);
        await WriteAsync("everything", Everything);
        await WriteAsync("settled", Settled);
        await WriteAsync("second", Events);

        var remarks = Task.WhenAll(LintAsync("./**/*.bicep", "*.bicep"), LintAsync("./*.bicepparam", "*.bicepparam"));
        var main = Bicep.RunAsync(folder, "build", "main.bicep", "--stdout");
        string[] environments = [.. Environments, "settled"];
        var made = await Task.WhenAll(environments.Append("second").Select(SnapshotAsync));
        foreach (var (environment, resources) in environments.Zip(made))
            templates[environment] = new Template([.. resources, .. made[^1]], environment == "everything" ? [Office] : []);
        Remarks = string.Join('\n', await remarks).Trim();
        Main = JsonNode.Parse((await main).Output)!.AsObject();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether there is nothing to check with, which is good enough anywhere but in CI.</summary>
    /// <param name="missing">Why there is no compiler; null when there is one.</param>
    /// <param name="ci">The variable CI.</param>
    /// <exception cref="XunitException">In CI.</exception>
    internal static bool GoesUnchecked(string? missing, string? ci) => missing is not null && (ci == "true" ? throw new XunitException(missing) : true);

    /// <summary>What the compiler says when it makes the resources of a parameter file.</summary>
    internal async Task<BicepAnswer> TryAsync(string name, string parameters)
    {
        await WriteAsync(name, parameters);
        return await PredictAsync(name);
    }

    private Task WriteAsync(string name, string parameters) => File.WriteAllTextAsync(Path.Combine(folder, $"{name}.bicepparam"), parameters);

    // It is content with a pattern that fits nothing, and with warnings; but it tells of each file that it looked at.
    private async Task<string> LintAsync(string pattern, string files)
    {
        var there = Directory.EnumerateFiles(folder, files, SearchOption.AllDirectories).Count();
        var answer = await Bicep.RunAsync(folder, "lint", "--pattern", pattern, "--diagnostics-format", "Sarif");
        var told = answer.Output + answer.Remarks;
        var looked = Looked().Count(told);
        return answer.ExitCode == 0 && looked == there && !Found().IsMatch(told) ? "" : $"{pattern}: {looked} of {there} files, exit {answer.ExitCode}\n{told}";
    }

    private Task<BicepAnswer> PredictAsync(string name)
    {
        string[] group = name == "second" ? ["--resource-group", "second"] : [];
        return Bicep.RunAsync(
            folder, ["snapshot", $"{name}.bicepparam", "--mode", "overwrite", "--location", "southeastasia", "--subscription-id", Subscription, "--tenant-id", Subscription, .. group]);
    }

    private async Task<IReadOnlyList<JsonObject>> SnapshotAsync(string name)
    {
        var answer = await PredictAsync(name);
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

    [GeneratedRegex("\"runs\":")]
    private static partial Regex Looked();

    [GeneratedRegex("\"ruleId\":")]
    private static partial Regex Found();
}
