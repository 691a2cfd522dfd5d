namespace Infra.Tests;

[Collection(nameof(CompiledTemplates))]
public sealed class TemplateTests(CompiledTemplates templates)
{
    public static TheoryData<string, string> Rules()
    {
        var rows = new TheoryData<string, string>();
        foreach (var environment in CompiledTemplates.Environments)
        {
            foreach (var rule in RuleBook.All) rows.Add(environment, rule.Name);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_holds(string environment, string rule)
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");

        Assert.Empty(RuleBook.Named(rule).Defects(templates[environment]));
    }

    [Fact]
    public void Without_a_compiler_the_templates_go_unchecked_anywhere_but_in_CI()
    {
        Assert.True(CompiledTemplates.GoesUnchecked("There is none.", null));
        Assert.False(CompiledTemplates.GoesUnchecked(null, "true"));
        Assert.Throws<Xunit.Sdk.XunitException>(() => CompiledTemplates.GoesUnchecked("There is none.", "true"));
    }

    [Theory]
    [InlineData("hNsb")]
    [InlineData("h-sb")]
    [InlineData("长沙")]
    public async Task A_name_of_other_than_small_letters_and_digits_is_refused(string name)
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");

        var answer = await templates.TryAsync($"strange-{name.Length}-{(int)name[1]}", $"using 'main.bicep'\nparam name = '{name}'\nparam location = 'southeastasia'\nparam environment = 'dev'\n");

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains($"The name {name} holds something other than small letters and digits", answer.Remarks, StringComparison.Ordinal);
    }

    [Fact]
    public void Locked_policies_are_left_alone_and_a_topic_that_was_there_is_taken()
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");
        var settled = templates["settled"];

        Assert.Empty(settled.Of("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"));
        Assert.Equal(3, settled.Stores(settled.Ledger!, "blobServices/containers").Count);
        Assert.Equal("made-by-defender", settled.Of("Microsoft.EventGrid/systemTopics").Single().Name);
        Assert.All(settled.Of("Microsoft.Insights/metricAlerts"), a => Assert.EndsWith("/systemTopics/made-by-defender", a.List("properties.scopes").Single().ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Defender_comes_when_the_topic_is_there_and_nothing_else_changes_the_account()
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");

        Assert.Equal(["endpoints", "topic"], Declared("malware").Single()["dependsOn"]!.AsArray().Select(d => d!.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_account_gets_its_private_endpoints_one_after_the_other()
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");
        var loops = Declared("endpoints").ToList();

        Assert.Equal(2, loops.Count);
        Assert.All(loops, l => Assert.Equal(("serial", 1), (l["copy"]?["mode"]?.ToString(), (int?)l["copy"]?["batchSize"])));
    }

    [Fact]
    public void A_new_budget_begins_this_month()
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");

        Assert.Equal("[utcNow('yyyy-MM-01')]", templates.Main["parameters"]!["budgetStart"]!["defaultValue"]!.ToString());
        Assert.DoesNotContain("budgetStart", Clone.Read("dev.bicepparam") + Clone.Read("prod.bicepparam") + Clone.Read("main.bicepparam"), StringComparison.Ordinal);
    }

    [Fact]
    public void Azd_makes_what_the_script_makes()
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");
        var (azd, script) = (templates["main"], templates["prod"]);

        Assert.Equal(script.All.Select(r => r.Type).Order(StringComparer.Ordinal), azd.All.Select(r => r.Type).Order(StringComparer.Ordinal));
        Assert.Equal(Scale(script), Scale(azd));
        Assert.Equal(Amount(script), Amount(azd));

        static int? Scale(Template t) => t.App.Number("properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount");
        static int? Amount(Template t) => t.Of("Microsoft.Consumption/budgets").Single().Number("properties.amount");
    }

    [Fact]
    public void The_linter_has_nothing_to_say()
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");

        Assert.Empty(templates.Remarks);
    }

    [Fact]
    public void Every_module_is_used()
    {
        var texts = Directory.EnumerateFiles(Clone.Infra, "*.bicep", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();

        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Clone.Infra, "app"), "*.bicep").Select(f => Path.GetFileName(f)),
            module => Assert.Contains(texts, t => t.Contains($"/{module}'", StringComparison.Ordinal) || t.Contains($"'{module}'", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_deployment_script_finds_its_outputs()
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");

        Assert.Equal(
            ["address", "functionApp", "ledgerAccount", "resourceGroup", "stateAccount", "systemTopic", "uploadsAccount"],
            templates.Main["outputs"]!.AsObject().Select(o => o.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_output_holds_a_secret()
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");

        Assert.Empty(OutputSecrets.In(templates.Main));
    }

    [Fact]
    public void An_output_that_holds_a_secret_is_found_however_deep()
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");
        var main = templates.Main.DeepClone().AsObject();
        var nested = OutputSecrets.Templates(main).Last();

        nested["outputs"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "string", ["value"] = "[listKeys(resourceId('Microsoft.Storage/storageAccounts', 'x'), '2026-06-01').keys[0].value]" } };

        Assert.Single(OutputSecrets.In(main));
    }

    [Fact]
    public void Every_parameter_of_the_main_template_is_explained()
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");

        Assert.All(templates.Main["parameters"]!.AsObject(), p => Assert.NotEmpty(p.Value!["metadata"]?["description"]?.ToString() ?? ""));
    }

    [Theory]
    [InlineData("dev", 0, 0)]
    [InlineData("prod", 8, 1)]
    [InlineData("main", 8, 1)]
    public void Dev_is_open_and_prod_is_closed(string environment, int endpoints, int networks)
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");
        var template = templates[environment];

        Assert.Equal(endpoints, template.Of("Microsoft.Network/privateEndpoints").Count());
        Assert.Equal(networks, template.Of("Microsoft.Network/virtualNetworks").Count());
        Assert.All(template.Accounts, a => Assert.Equal(networks == 1 ? "Deny" : "Allow", a.Text("properties.networkAcls.defaultAction")));
    }

    [Fact]
    public void What_is_decided_reaches_the_resources()
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");
        var everything = templates["everything"];
        var directory = everything.Of("Microsoft.Web/sites/config").Single().At("properties.identityProviders.azureActiveDirectory")!;

        Assert.All(
            everything.Accounts.Where(a => a.Id != everything.State!.Id),
            a => Assert.Equal("203.0.113.0/24", a.Items("properties.networkAcls.ipRules").Single().Text("value")));
        Assert.Equal(["http 1", "blob 1"], everything.App.Items("properties.functionAppConfig.scaleAndConcurrency.alwaysReady").Select(g => $"{g.Name} {g.Number("instanceCount")}"));
        Assert.Equal("office@example.com", everything.Of("Microsoft.Insights/actionGroups").Single().Items("properties.emailReceivers").Single().Text("emailAddress"));
        Assert.Equal("00000000-0000-0000-0000-000000000002", directory["registration"]!["clientId"]!.ToString());
        Assert.Single(everything.Of("Microsoft.Authorization/roleDefinitions"));
        Assert.Equal(["Group", "ServicePrincipal"], everything.Of("Microsoft.Authorization/roleAssignments").Where(r => r.At("properties.condition") is not null).Select(r => r.Text("properties.principalType")));
    }

    // What the templates call by a name, wherever it stands; a template without such names has a list.
    private IEnumerable<JsonNode> Declared(string name) => OutputSecrets.Templates(templates.Main).Select(t => (t["resources"] as JsonObject)?[name]).OfType<JsonNode>();
}
