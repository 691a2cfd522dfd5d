namespace EndToEnd.Tests.Scripts;

public sealed class TwinTests
{
    /// <summary>Script, its arguments, the call that fails, the code of our own program, the last line on either output.</summary>
    public static TheoryData<string, string[], string, string, string> Runs => new()
    {
        { "demo", [], "", "0", "said by the program" },
        { "demo", ["--values", "two words.csv", "--mistakes"], "", "2", "said by the program" },
        { "demo", [], "npm ci", "0", "Azurite could not be installed." },
        { "demo", [], "dotnet build", "0", "The build failed." },
        { "capacity", [], "", "0", "said by the program" },
        { "capacity", ["--check"], "", "2", "said by the program" },
        { "capacity", ["--measure"], "", "0", "said by the program" },
        { "capacity", ["--measure"], "npm ci", "0", "Azurite could not be installed." },
        { "deploy", ["--environment", "dev", "--phase", "events", "--phase", "smoke"], "", "1", "said by the program" },
        { "deploy", ["--azd", "--phase", "check"], "dotnet build", "0", "The build failed." },
        { "test", [], "", "0", "21 passed, 0 failed" },
        { "test", [], "dotnet test --no-build --project tests/Infra.Tests", "0", "14 passed, 1 failed" },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task In_PowerShell_a_script_makes_the_same_calls_says_the_same_and_ends_the_same(string script, string[] arguments, string broken, string ends, string last)
    {
        using var folder = new ScriptFolder("dotnet", "npm", "az") { Variables = { ["BROKEN"] = broken, ["ENDS"] = ends } };

        var shell = await folder.RunShellAsync(script, arguments);
        var twin = await folder.RunPowerShellAsync(script, arguments);

        Assert.Equal(last, shell.Said.Concat(shell.Complained).Last());
        Assert.Equal(shell.Calls, twin.Calls);
        Assert.Equal(shell.Said, twin.Said);
        Assert.Equal(shell.Complained, twin.Complained);
        Assert.Equal(shell.Code, twin.Code);
    }

    [Theory]
    [InlineData("demo", "dotnet", "Node.js 20 with npm is not on the PATH; Azurite runs on it.")]
    [InlineData("demo", "npm", "The .NET SDK 10 is not on the PATH.")]
    [InlineData("capacity", "npm", "The .NET SDK 10 is not on the PATH.")]
    [InlineData("deploy", "dotnet", "az is not on the PATH. Install the Azure CLI, then run az login; or give --what-if for a plan without it.")]
    public async Task What_a_machine_lacks_both_say_before_they_do_anything(string script, string there, string said)
    {
        using var folder = new ScriptFolder(there);

        foreach (var run in new[] { await folder.RunShellAsync(script), await folder.RunPowerShellAsync(script) })
        {
            Assert.Equal((1, said), (run.Code, Assert.Single(run.Complained)));
            Assert.Empty(run.Calls);
        }
    }

    [Fact]
    public async Task A_failed_test_fails_both()
    {
        using var folder = new ScriptFolder("dotnet", "npm") { Variables = { ["FAILED"] = "2" } };

        foreach (var run in new[] { await folder.RunShellAsync("test"), await folder.RunPowerShellAsync("test") })
        {
            Assert.Equal((1, "21 passed, 6 failed"), (run.Code, run.Said[^1]));
        }
    }

    [Fact]
    public void Every_script_has_its_twin()
    {
        var scripts = Directory.EnumerateFiles(Path.Combine(global::Deploy.Clone.Root, "scripts")).ToLookup(f => Path.GetExtension(f), f => Path.GetFileNameWithoutExtension(f));

        Assert.NotEmpty(scripts[".sh"]);
        Assert.Equal(scripts[".sh"].Order(), scripts[".ps1"].Order());
        Assert.All(scripts[".sh"], script => Assert.Contains(Runs, row => row.Data.Item1 == script));
    }
}
