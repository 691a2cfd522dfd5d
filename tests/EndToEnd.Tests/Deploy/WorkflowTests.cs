using System.Text.RegularExpressions;
using Deploy;
using YamlDotNet.RepresentationModel;

namespace EndToEnd.Tests.Deploy;

public sealed partial class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. Directory.EnumerateFiles(Path.Combine(Clone.Root, ".github", "workflows")).Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_to_a_commit_and_says_which_version_that_is(string workflow)
    {
        var used = Text(workflow).Split('\n').Where(line => Uses().IsMatch(line)).ToList();

        Assert.NotEmpty(used);
        Assert.All(used, line => Assert.Matches(@"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void No_job_may_do_more_than_it_says_and_none_may_write_to_the_repository(string workflow)
    {
        var root = Root(workflow);

        Assert.Empty(((YamlMappingNode)root["permissions"]).Children);
        Assert.All((YamlMappingNode)root["jobs"], job =>
        {
            var permissions = ((YamlMappingNode)job.Value["permissions"]).ToDictionary(p => p.Key.ToString(), p => p.Value.ToString());
            Assert.Equal("read", permissions["contents"]);
            Assert.All(permissions.Keys, name => Assert.Contains(name, (string[])["contents", "id-token"]));
        });
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void No_expression_stands_in_a_shell_command(string workflow)
    {
        var steps = ((YamlMappingNode)Root(workflow)["jobs"]).SelectMany(job => (YamlSequenceNode)job.Value["steps"]).Cast<YamlMappingNode>();

        Assert.All(steps.Where(s => s.Children.ContainsKey("run")), step => Assert.DoesNotContain("${{", step["run"].ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_deployment_gets_a_token_and_only_in_a_protected_environment()
    {
        Assert.DoesNotContain("id-token", Text("test.yml"), StringComparison.Ordinal);
        var job = Root("deploy.yml")["jobs"]["deploy"];
        Assert.Equal("write", job["permissions"]["id-token"].ToString());
        Assert.Contains("inputs.environment", job["environment"].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secrets.", Text("deploy.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_smoke_test_has_a_login_of_its_own()
    {
        var steps = ((YamlSequenceNode)Root("deploy.yml")["jobs"]["deploy"]["steps"]).Cast<YamlMappingNode>().ToList();
        var smoke = steps.FindIndex(s => s.Children.TryGetValue("run", out var run) && run.ToString().Contains("--phase smoke", StringComparison.Ordinal));

        Assert.StartsWith("azure/login@", steps[smoke - 1]["uses"].ToString(), StringComparison.Ordinal);
        Assert.Equal(steps[smoke]["if"], steps[smoke - 1]["if"]);
        Assert.DoesNotContain(steps.Take(smoke).Where(s => s.Children.ContainsKey("run")), s => s["run"].ToString().Contains("--phase smoke", StringComparison.Ordinal));
    }

    private static string Text(string workflow) => File.ReadAllText(Path.Combine(Clone.Root, ".github", "workflows", workflow));

    private static YamlNode Root(string workflow)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text(workflow)));
        return yaml.Documents[0].RootNode;
    }

    [GeneratedRegex(@"^\s*(- )?uses:")]
    private static partial Regex Uses();
}
