using Deploy;
using YamlDotNet.RepresentationModel;

namespace EndToEnd.Tests.Deploy;

public sealed class AzdTests
{
    private static readonly YamlNode Azd = Read();

    [Fact]
    public void Each_hook_calls_the_script_of_its_system_for_the_same_steps()
    {
        var hooks = (YamlMappingNode)Azd["hooks"];

        Assert.Equal(["preprovision", "postprovision", "postdeploy"], hooks.Children.Keys.Select(k => k.ToString()));
        Assert.All(hooks, hook =>
        {
            var (posix, windows) = (Words(hook.Value["posix"]), Words(hook.Value["windows"]));
            Assert.Equal(("./scripts/deploy.sh", "./scripts/deploy.ps1"), (posix[0], windows[0]));
            Assert.All([posix[0], windows[0]], script => Assert.True(File.Exists(Path.Combine(Clone.Root, script))));
            Assert.Equal(posix.Skip(1), windows.Skip(1));
        });
    }

    [Fact]
    public void What_azd_leaves_out_the_hooks_do()
    {
        var steps = ((YamlMappingNode)Azd["hooks"]).SelectMany(hook => Words(hook.Value["posix"])).Where(word => Enum.TryParse<Phase>(word, ignoreCase: true, out _));

        Assert.Equal(["prepare", "check", "events", "smoke"], steps);
    }

    [Fact]
    public void The_service_is_the_app_and_the_templates_are_there()
    {
        var app = Azd["services"]["app"];

        Assert.Equal("function", app["host"].ToString());
        Assert.True(File.Exists(Path.Combine(Clone.Root, app["project"].ToString(), "Host.csproj")));
        Assert.All(["main.bicep", "main.bicepparam", "events.bicep"], file => Assert.True(File.Exists(Path.Combine(Clone.Root, Azd["infra"]["path"].ToString(), file)), file));
    }

    private static string[] Words(YamlNode hook) => hook["run"].ToString().Split(' ');

    private static YamlNode Read()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Clone.Root, "azure.yaml"))));
        return yaml.Documents[0].RootNode;
    }
}
