namespace Infra.Tests;

[Collection(nameof(CompiledTemplates))]
public sealed class TemplateTests(CompiledTemplates templates)
{
    public static TheoryData<string, string> Rules()
    {
        var rows = new TheoryData<string, string>();
        foreach (var environment in new[] { "dev", "prod", "everything" })
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
    }
}
