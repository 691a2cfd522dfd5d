using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deploy;
using Host.Access;
using Host.Functions;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Catalogue;

namespace EndToEnd.Tests.Deploy;

public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Clone.Root, "README.md"));

    [Fact]
    public async Task Its_options_of_the_script_are_the_options_of_the_script()
    {
        using var machine = new StandIns(withAz: false);
        var (_, help, _) = await machine.RunAsync("--help");

        var commands = Readme.Split('\n').Where(line => line.Contains("deploy.sh", StringComparison.Ordinal)).ToList();
        var options = commands.SelectMany(line => Option().Matches(line[line.IndexOf("deploy.sh", StringComparison.Ordinal)..])).Select(m => m.Value).Distinct().ToList();

        Assert.All(["--environment", "--name", "--location", "--subscription", "--phase", "--what-if", "--azure"], option => Assert.Contains(option, options));
        Assert.All(options, option => Assert.Contains($"  {option} ", help, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_call_its_operations_name_is_a_function_of_the_app()
    {
        var functions = typeof(GetYear).Assembly.GetTypes().SelectMany(t => t.GetMethods()).SelectMany(m => m.GetParameters())
            .Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
            .SelectMany(t => t.Methods!.Select(method => $"{method.ToUpperInvariant()} /api/{Parameter().Replace(t.Route!, "*")}")).ToHashSet();

        var calls = Call().Matches(Readme).Select(m => $"{m.Groups["method"].Value} {Value().Replace(m.Groups["path"].Value, "/*")}").Distinct().ToList();

        Assert.True(calls.Count >= 12, $"only {calls.Count} calls found");
        Assert.All(calls, call => Assert.Contains(call, functions));
    }

    [Fact]
    public void The_roles_that_are_registered_are_those_the_app_believes()
    {
        var roles = JsonDocument.Parse(File.ReadAllText(Path.Combine(Clone.Root, "infra", "app-roles.json"))).RootElement.EnumerateArray().ToList();
        var units = new CatalogueFolder(Path.Combine(AppContext.BaseDirectory, "Catalogue")).Read(2023).ReportingUnits;

        Assert.Equal(
            [RoleNames.Clerk, RoleNames.Reviewer, RoleNames.Administrator, .. units.Select(u => RoleNames.UnitPrefix + u.Code)],
            roles.Select(r => r.GetProperty("value").GetString()!));
        Assert.Equal(roles.Count, roles.Select(r => r.GetProperty("id").GetGuid()).Distinct().Count());
    }

    [GeneratedRegex("--[a-z-]+[a-z]")]
    private static partial Regex Option();

    [GeneratedRegex(@"`(?<method>GET|POST) (?<path>/api/[^`?]*)")]
    private static partial Regex Call();

    [GeneratedRegex(@"/(\d{4,6}|\{[^}]*\}|S5[.A-Z]+)")]
    private static partial Regex Value();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
