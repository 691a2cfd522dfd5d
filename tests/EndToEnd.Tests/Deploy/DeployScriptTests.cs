using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Deploy;

[Collection(OneAtATime.Name)]
public sealed partial class DeployScriptTests
{
    private static readonly string[] ProvisionPublishEvents = ["--environment", "dev", "--phase", "provision", "--phase", "publish", "--phase", "events"];

    [Fact]
    public async Task Run_twice_it_makes_the_same_calls_in_the_order_of_the_steps()
    {
        using var machine = new StandIns();

        var first = await machine.RunAsync(ProvisionPublishEvents);
        var calls = machine.TakeCalls();
        var second = await machine.RunAsync(ProvisionPublishEvents);

        Assert.Equal((0, ""), (first.Code, first.Complained));
        Assert.Equal((0, ""), (second.Code, second.Complained));
        Assert.Equal(calls, machine.TakeCalls());
        Assert.Equal(
            ["az account show", "az ad app list", "az deployment sub create", "az functionapp show", "dotnet publish", "az functionapp deployment source config-zip", "az functionapp keys list", "az deployment group create"],
            calls.Select(call => Verb().Match(call).Value));
    }

    [Fact]
    public async Task Every_call_after_the_login_but_those_of_the_directory_names_the_subscription_that_was_found()
    {
        using var machine = new StandIns();

        await machine.RunAsync([.. ProvisionPublishEvents, "--subscription", "Province"]);

        var calls = machine.TakeCalls().Where(c => c.StartsWith("az ", StringComparison.Ordinal)).ToList();
        Assert.Contains("--subscription Province", calls[0], StringComparison.Ordinal);
        Assert.All(calls.Skip(1).Where(c => !c.StartsWith("az ad ", StringComparison.Ordinal)), call => Assert.Contains("--subscription 00000000-0000-0000-0000-00000000000a", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Uploads_are_subscribed_to_only_when_the_app_has_made_its_key_and_answers()
    {
        using var machine = new StandIns { Variables = { ["LOOKS_WITHOUT_KEY"] = "1", ["LOOKS_WITHOUT_HANDSHAKE"] = "1" } };
        await machine.RunAsync("--environment", "dev", "--phase", "provision");
        machine.TakeCalls();

        var (code, said, complained) = await machine.RunAsync("--environment", "dev", "--phase", "events");

        Assert.Equal((0, ""), (code, complained));
        Assert.Equal(
            ["az account show", "az deployment sub show", "az functionapp keys list", "az functionapp keys list", "az deployment group create", "az deployment group create"],
            machine.TakeCalls().Select(call => Verb().Match(call).Value));
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_step_that_rests_on_one_never_done_it_says_so()
    {
        using var machine = new StandIns();

        var (code, _, complained) = await machine.RunAsync("--environment", "dev", "--phase", "publish");

        Assert.Equal(1, code);
        Assert.Contains("Nothing has been provisioned", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_logged_in_is_told_before_anything_is_done()
    {
        using var machine = new StandIns { Variables = { ["NOBODY"] = "1" } };

        var (code, _, complained) = await machine.RunAsync("--environment", "dev");

        Assert.Equal(1, code);
        Assert.Contains("Run az login", complained, StringComparison.Ordinal);
        Assert.Single(machine.TakeCalls());
    }

    [Fact]
    public async Task Without_az_it_says_what_to_install()
    {
        using var machine = new StandIns(withAz: false);

        var (code, _, complained) = await machine.RunAsync("--environment", "dev");

        Assert.Equal(1, code);
        Assert.Contains("Install the Azure CLI", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_azd_the_outputs_are_taken_from_its_environment()
    {
        using var machine = new StandIns
        {
            Variables =
            {
                ["resourceGroup"] = "rg-azd", ["functionApp"] = "app-azd", ["ADDRESS"] = "https://app.invalid", ["uploadsAccount"] = "u",
                ["ledgerAccount"] = "l", ["stateAccount"] = "s", ["systemTopic"] = "t", ["AZURE_SUBSCRIPTION_ID"] = "of-azd",
            },
        };

        var (code, _, complained) = await machine.RunAsync("--azd", "--phase", "check", "--phase", "events");

        Assert.Equal((0, ""), (code, complained));
        var calls = machine.TakeCalls();
        Assert.Contains("--subscription of-azd", calls[0], StringComparison.Ordinal);
        Assert.DoesNotContain(calls, call => call.Contains("deployment sub", StringComparison.Ordinal));
        Assert.Contains("functionApp=app-azd uploadsAccount=u systemTopic=t", calls[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_azure_it_asks_what_would_change_and_changes_nothing()
    {
        using var machine = new StandIns();

        var (code, said, _) = await machine.RunAsync("--environment", "dev", "--what-if", "--azure");

        Assert.Equal(0, code);
        Assert.Contains("1 to modify", said, StringComparison.Ordinal);
        Assert.All(machine.TakeCalls(), call => Assert.Matches("^az (account show|ad app list|deployment sub what-if)", call));
    }

    [Theory]
    [InlineData("functions.metadata")]
    [InlineData(".azurefunctions/function.deps.json")]
    public async Task An_app_that_lacks_what_the_platform_starts_it_with_is_not_handed_over(string lost)
    {
        using var machine = new StandIns { Variables = { ["LOST"] = lost } };

        var (code, _, complained) = await machine.RunAsync("--environment", "dev", "--phase", "provision", "--phase", "publish");

        Assert.Equal(1, code);
        Assert.Contains($"The published app has no {lost}", complained, StringComparison.Ordinal);
        Assert.DoesNotContain(machine.TakeCalls(), call => call.Contains("config-zip", StringComparison.Ordinal));
    }

    [GeneratedRegex("^(az|dotnet)( [a-z][a-z-]*)+")]
    private static partial Regex Verb();
}
