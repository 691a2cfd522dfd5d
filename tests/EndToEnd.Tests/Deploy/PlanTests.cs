using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deploy;

namespace EndToEnd.Tests.Deploy;

public sealed partial class PlanTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Without_az_it_prints_every_step_and_every_resource_of_the_templates(string environment)
    {
        using var machine = new StandIns(withAz: false);

        var (code, said, complained) = await machine.RunAsync("--environment", environment, "--what-if");

        Assert.Equal((0, ""), (code, complained));
        Assert.All(["1  prepare:", "2  provision:", "3  publish:", "4  events:", "5  smoke:"], step => Assert.Contains(step, said, StringComparison.Ordinal));
        // The compiled text itself, searched for types: modules are no resources, and what only exists is not made.
        var template = (await Bicep.Find().BuildParametersAsync(Clone.Infra($"{environment}.bicepparam"), default)).Template;
        var declared = Types(template).Order(StringComparer.Ordinal).ToList();
        Assert.Contains("Microsoft.Web/sites", declared);
        Assert.Contains($"infra/main.bicep: {declared.Count} resources", said, StringComparison.Ordinal);
        Assert.Equal(declared, Section(said, "infra/main.bicep:").Order(StringComparer.Ordinal));
        Assert.Contains("Microsoft.EventGrid/systemTopics/eventSubscriptions", Section(said, "infra/events.bicep:"));
        // A role says where it holds and what for; its name is a number.
        var roles = Section(said, $"That is, in {environment}", wholeLine: true).Where(line => line.Contains("roleAssignments", StringComparison.Ordinal)).ToList();
        Assert.All(roles, line => Assert.Matches("roleAssignments  on [A-Za-z0-9/-]+: [A-Z]", line));
        Assert.Single(roles, line => UndeliveredRole().IsMatch(line));
        Assert.Equal(9, roles.Count(line => AccountRole().IsMatch(line)));
    }

    [Fact]
    public async Task The_name_given_is_the_name_in_the_plan()
    {
        using var machine = new StandIns(withAz: false);

        var (_, said, _) = await machine.RunAsync("--environment", "dev", "--what-if", "--name", "hn430", "--location", "eastasia");

        Assert.Contains("Plan for dev, hn430 in eastasia.", said, StringComparison.Ordinal);
        Assert.Contains(Section(said, "That is, in dev", wholeLine: true), line => line.Contains("Microsoft.Web/sites  ", StringComparison.Ordinal) && line.Contains("hn430", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Types(JsonObject template)
    {
        var resources = template["resources"] is JsonArray list ? list.ToArray() : [.. template["resources"]!.AsObject().Select(r => r.Value)];
        foreach (var resource in resources.Where(r => r!["existing"]?.GetValue<bool>() is not true))
        {
            if (resource!["properties"]?["template"] is JsonObject module)
            {
                foreach (var type in Types(module)) yield return type;
            }
            else
            {
                yield return resource["type"]!.GetValue<string>();
            }
        }
    }

    private static IEnumerable<string> Section(string said, string title, bool wholeLine = false) => said.Split('\n')
        .SkipWhile(line => !line.StartsWith(title, StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Trim().Length > 0)
        .Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => wholeLine ? line : FirstWord().Match(line).Value.Trim());

    [GeneratedRegex("  on sthnsbup[a-z0-9]{8}/blobServices/undelivered: Events that could not be delivered")]
    private static partial Regex UndeliveredRole();

    [GeneratedRegex("  on (sthnsb(state|up|led)[a-z0-9]{8}|hnsb-insights): ")]
    private static partial Regex AccountRole();

    [GeneratedRegex(@"^ +\S+")]
    private static partial Regex FirstWord();
}
