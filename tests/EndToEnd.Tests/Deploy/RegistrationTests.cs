using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Deploy;

[Collection(OneAtATime.Name)]
public sealed partial class RegistrationTests
{
    private const string AppId = "22222222-2222-2222-2222-222222222222";
    private const string Caller = "11111111-1111-1111-1111-111111111111";
    private static readonly string[] Prepare = ["--environment", "dev", "--phase", "prepare"];

    [Fact]
    public async Task The_app_is_registered_with_its_roles_and_whoever_runs_it_becomes_a_reviewer()
    {
        using var machine = new StandIns();

        var (code, said, complained) = await machine.RunAsync([.. Prepare, "--reviewer", "33333333-3333-3333-3333-333333333333"]);

        Assert.Equal((0, ""), (code, complained));
        Assert.Contains($"param authClientId = '{AppId}'", said, StringComparison.Ordinal);
        var (first, second) = (JsonNode.Parse(machine.Told[0])!, JsonNode.Parse(machine.Told[1])!);
        Assert.Equal($"api://{AppId}", first["identifierUris"]![0]!.GetValue<string>());
        Assert.Contains("unit:430100", Values(first["appRoles"], "value"));
        Assert.Equal(2, first["api"]!["requestedAccessTokenVersion"]!.GetValue<int>());
        // A program is let in to a scope only once the scope is there.
        Assert.Null(first["api"]!["preAuthorizedApplications"]);
        Assert.Equal(
            first["api"]!["oauth2PermissionScopes"]![0]!["id"]!.GetValue<string>(),
            second["api"]!["preAuthorizedApplications"]![0]!["delegatedPermissionIds"]![0]!.GetValue<string>());
        Assert.Equal([Caller, "33333333-3333-3333-3333-333333333333"], machine.Told.Skip(2).Select(role => JsonNode.Parse(role)!["principalId"]!.GetValue<string>()));
        Assert.All(machine.Told.Skip(2), role => Assert.Equal("3fb33ece-7db0-53e8-9848-06111952a749", JsonNode.Parse(role)!["appRoleId"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_second_run_finds_it_and_keeps_what_others_have_put_into_it()
    {
        using var machine = new StandIns();
        await machine.RunAsync(Prepare);
        machine.TakeCalls();
        machine.Registration = $$$"""
            {"id": "object", "appId": "{{{AppId}}}", "identifierUris": ["https://office.example"], "appRoles": [{"id": "55555555-5555-5555-5555-555555555555", "value": "auditor", "isEnabled": true}],
             "api": {"acceptMappedClaims": true, "oauth2PermissionScopes": [{"id": "66666666-6666-6666-6666-666666666666", "value": "user_impersonation"}], "preAuthorizedApplications": [{"appId": "7", "delegatedPermissionIds": []}]}}
            """;

        var (code, _, complained) = await machine.RunAsync(Prepare);

        Assert.Equal((0, ""), (code, complained));
        Assert.DoesNotContain(machine.TakeCalls(), call => call.Contains("create", StringComparison.Ordinal));
        var (roles, letIn) = (JsonNode.Parse(machine.Told[2])!, JsonNode.Parse(machine.Told[3])!);
        Assert.Contains("https://office.example", roles["identifierUris"]!.AsArray().Select(u => u!.GetValue<string>()));
        Assert.Contains("auditor", Values(roles["appRoles"], "value"));
        Assert.True(letIn["api"]!["acceptMappedClaims"]!.GetValue<bool>());
        Assert.Equal(["04b07795-8ddb-461a-bbee-02f9e1bf7b46", "7"], Values(letIn["api"]!["preAuthorizedApplications"], "appId"));
        Assert.Equal("66666666-6666-6666-6666-666666666666", letIn["api"]!["preAuthorizedApplications"]![0]!["delegatedPermissionIds"]![0]!.GetValue<string>());
        // The role was theirs already.
        Assert.Equal(5, machine.Told.Count);
    }

    [Fact]
    public async Task A_directory_that_does_not_know_yet_what_it_was_told_is_asked_again()
    {
        using var machine = new StandIns { Variables = { ["LOOKS_WITHOUT_PRINCIPAL"] = "1" } };

        var (code, _, complained) = await machine.RunAsync(Prepare);

        Assert.Equal((0, ""), (code, complained));
        Assert.Equal(2, machine.TakeCalls().Count(call => call.StartsWith("az ad sp create", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_may_not_register_is_told_who_can()
    {
        using var machine = new StandIns { Variables = { ["NO_RIGHT"] = "1" } };

        var (code, _, complained) = await machine.RunAsync(Prepare);

        Assert.Equal(1, code);
        Assert.Contains("Insufficient privileges", complained, StringComparison.Ordinal);
        Assert.Contains("Have somebody with it run --phase prepare", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_of_the_same_name_that_belongs_to_others_is_not_taken()
    {
        using var machine = new StandIns { Variables = { ["NOT_MINE"] = "1" } };
        machine.Registration = $$"""{"id": "object", "appId": "{{AppId}}"}""";

        foreach (var phase in new[] { "prepare", "provision" })
        {
            var (code, _, complained) = await machine.RunAsync("--environment", "dev", "--phase", phase);

            Assert.Equal(1, code);
            Assert.Contains("you are none of its owners", complained, StringComparison.Ordinal);
        }

        Assert.Empty(machine.Told);
        Assert.DoesNotContain(machine.TakeCalls(), call => call.Contains("deployment sub create", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_registered_goes_into_the_templates_though_the_parameter_file_does_not_name_it()
    {
        using var machine = new StandIns();
        await machine.RunAsync(Prepare);

        await machine.RunAsync("--environment", "dev", "--phase", "provision");

        Assert.Equal(AppId, ClientId(machine));
    }

    [Fact]
    public async Task What_was_registered_a_moment_ago_goes_into_the_templates_before_the_directory_lists_it()
    {
        using var machine = new StandIns { Variables = { ["LISTS_LATE"] = "1" } };

        var (code, said, complained) = await machine.RunAsync("--environment", "dev", "--phase", "prepare", "--phase", "provision");

        Assert.Equal((0, ""), (code, complained));
        Assert.DoesNotContain("will let nobody in", said, StringComparison.Ordinal);
        Assert.Equal(AppId, ClientId(machine));
    }

    [Fact]
    public async Task Without_a_registration_provisioning_says_that_nobody_is_let_in()
    {
        using var machine = new StandIns();

        var (code, said, _) = await machine.RunAsync("--environment", "dev", "--phase", "provision");

        Assert.Equal(0, code);
        Assert.Contains("will let nobody in: run --phase prepare --phase provision", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_azd_it_is_kept_where_azd_finds_it()
    {
        using var machine = new StandIns { Variables = { ["AZURE_ENV_NAME"] = "trial" } };

        var (code, _, complained) = await machine.RunAsync("--azd", "--phase", "prepare");

        Assert.Equal((0, ""), (code, complained));
        var calls = machine.TakeCalls();
        Assert.Contains(calls, call => call.Contains("displayName eq 'trial fund reporting'", StringComparison.Ordinal));
        Assert.Equal($"azd env set PIPELINE_AUTH_CLIENT_ID {AppId}", calls[^1]);
    }

    [Fact]
    public async Task A_registration_that_azd_knows_is_left_as_it_is()
    {
        using var machine = new StandIns { Variables = { ["AZURE_ENV_NAME"] = "trial", ["PIPELINE_AUTH_CLIENT_ID"] = AppId } };
        machine.Registration = $$"""{"id": "object", "appId": "{{AppId}}"}""";

        var (code, _, complained) = await machine.RunAsync("--azd", "--phase", "prepare");

        Assert.Equal((0, ""), (code, complained));
        Assert.Empty(machine.Told);
        Assert.Equal("az provider register --namespace Microsoft.App --wait", machine.TakeCalls()[^1].Split(" --subscription")[0]);
    }

    // With which the templates were deployed.
    private static string ClientId(StandIns machine)
    {
        var parameters = ParameterFile().Match(machine.TakeCalls().Single(call => call.StartsWith("az deployment sub create", StringComparison.Ordinal))).Groups[1].Value;
        return JsonNode.Parse(File.ReadAllText(parameters))!["parameters"]!["authClientId"]!["value"]!.GetValue<string>();
    }

    private static IEnumerable<string> Values(JsonNode? list, string name) => list!.AsArray().Select(item => item![name]!.GetValue<string>());

    [GeneratedRegex(@"--parameters @(\S+)")]
    private static partial Regex ParameterFile();
}
