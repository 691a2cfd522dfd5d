using Host.Settings;
using Microsoft.Extensions.Configuration;

namespace EndToEnd.Tests.Settings;

public sealed class AppOptionsTests
{
    // As the templates set them, with addresses made up.
    private static readonly Dictionary<string, string?> Deployed = new()
    {
        ["AzureWebJobsStorage__blobServiceUri"] = "https://state.blob.example.net", ["AzureWebJobsStorage__queueServiceUri"] = "https://state.queue.example.net",
        ["AzureWebJobsStorage__tableServiceUri"] = "https://state.table.example.net", ["AzureWebJobsStorage__credential"] = "managedidentity",
        ["AzureWebJobsStorage__clientId"] = Identity, ["Uploads__blobServiceUri"] = "https://up.blob.example.net", ["Uploads__queueServiceUri"] = "https://up.queue.example.net",
        ["Uploads__credential"] = "managedidentity", ["Uploads__clientId"] = Identity, ["Ledger__blobServiceUri"] = "https://led.blob.example.net",
        ["Ledger__queueServiceUri"] = "https://led.queue.example.net", ["Ledger__tableServiceUri"] = "https://led.table.example.net",
        ["Ledger__credential"] = "managedidentity", ["Ledger__clientId"] = Identity, ["Access__Mode"] = "Platform", ["Scan__Required"] = "true",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "InstrumentationKey=00000000-0000-0000-0000-000000000000",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = $"Authorization=AAD;ClientId={Identity}", ["WEBSITE_SITE_NAME"] = "hnsb",
    };

    private const string Keyed = "DefaultEndpointsProtocol=https;AccountName=made;AccountKey=bm90IGEga2V5;EndpointSuffix=core.example.net";
    private const string Identity = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public void What_the_templates_set_is_read()
    {
        var options = Read([]);

        Assert.Equal(("https://led.table.example.net", "https://up.queue.example.net"), (options.Ledger.TableServiceUri, options.Uploads.QueueServiceUri));
        Assert.Equal((Identity, Identity), (options.Ledger.ClientId, options.Telemetry.ClientId));
        Assert.Equal((AccessOptions.Platform, true), (options.Access.Mode, options.Scan.Required));
    }

    [Theory]
    [InlineData("Ledger__tableServiceUri", null, "The setting Ledger__tableServiceUri is missing: the address of the table service")]
    [InlineData("Uploads__queueServiceUri", "", "The setting Uploads__queueServiceUri is missing: the address of the queue service")]
    [InlineData("Uploads__blobServiceUri", "up.blob.example.net", "The setting Uploads__blobServiceUri is no https address.")]
    [InlineData("Ledger__queueServiceUri", "http://led.queue.example.net", "The setting Ledger__queueServiceUri is no https address.")]
    [InlineData("AzureWebJobsStorage__tableServiceUri", null, "The setting AzureWebJobsStorage__tableServiceUri is missing")]
    [InlineData("Ledger__credential", "secret", "The setting Ledger__credential must be managedidentity or left out.")]
    [InlineData("Uploads__credential", null, "The setting Uploads__credential is missing: managedidentity in Azure.")]
    [InlineData("Ledger__credential", null, "The setting Ledger__credential is missing: managedidentity in Azure.")]
    [InlineData("AzureWebJobsStorage__credential", "", "The setting AzureWebJobsStorage__credential is missing: managedidentity in Azure.")]
    [InlineData("AzureWebJobsStorage", Keyed, "The setting AzureWebJobsStorage is a connection string, and in Azure accounts take no keys")]
    [InlineData("Uploads", Keyed, "The setting Uploads is a connection string, and in Azure accounts take no keys")]
    [InlineData("Ledger", "UseDevelopmentStorage=true", "The setting Ledger is a connection string, and in Azure accounts take no keys")]
    [InlineData("Ledger__clientId", "id-reporting-dev", "The setting Ledger__clientId is no client id: it must look like 11111111-2222-3333-4444-555555555555")]
    [InlineData("AzureWebJobsStorage__clientId", "{11111111-2222-3333-4444-555555555555}", "The setting AzureWebJobsStorage__clientId is no client id")]
    [InlineData("Access__Mode", "platform", "The setting Access__Mode must be Platform or None.")]
    [InlineData("Scan__Required", "yes", "The setting Scan__Required is \"yes\", which is no true or false.")]
    [InlineData("Catalogue__Folder", "/nowhere", "The setting Catalogue__Folder names no folder: /nowhere")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "https://example.net", "The setting APPLICATIONINSIGHTS_CONNECTION_STRING is no connection string of Application Insights.")]
    [InlineData("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", null, "The setting APPLICATIONINSIGHTS_AUTHENTICATION_STRING is missing: Authorization=AAD;ClientId=<id>")]
    [InlineData("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "Authorization=AAD;ClientId=------------------------------------", "The setting APPLICATIONINSIGHTS_AUTHENTICATION_STRING must look like")]
    [InlineData("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "ClientId=1", "The setting APPLICATIONINSIGHTS_AUTHENTICATION_STRING must look like Authorization=AAD;ClientId=<id>.")]
    public void What_is_wrong_is_told_by_its_name(string name, string? value, string message)
    {
        var fault = Assert.Throws<CannotStartException>(() => Read(new() { [name] = value }));

        Assert.StartsWith(message, Assert.Single(fault.Message.Split(Environment.NewLine)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var fault = Assert.Throws<CannotStartException>(() => Read(new() { ["Ledger__blobServiceUri"] = null, ["Access__Mode"] = "Anybody", ["Scan__Required"] = "1" }));

        Assert.Equal(3, fault.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public void All_that_is_wrong_with_one_account_is_told_at_once()
    {
        var fault = Assert.Throws<CannotStartException>(() => Read(new()
        {
            ["Uploads__credential"] = "bad", ["Uploads__blobServiceUri"] = null, ["Uploads__queueServiceUri"] = "up.queue.example.net",
        }));

        Assert.Equal(
            [
                "The setting Uploads__credential must be managedidentity or left out.",
                "The setting Uploads__blobServiceUri is missing: the address of the blob service, such as https://<account>.blob.core.windows.net.",
                "The setting Uploads__queueServiceUri is no https address.",
            ],
            fault.Message.Split(Environment.NewLine));
    }

    [Fact]
    public void Every_line_of_what_is_wrong_is_an_error_to_the_Functions_host()
    {
        var fault = Assert.Throws<CannotStartException>(() => Read(new() { ["Ledger__blobServiceUri"] = null, ["Access__Mode"] = "Anybody" }));

        Assert.Equal(
            ["Error: The setting Ledger__blobServiceUri is missing", "Error: The setting Access__Mode must be Platform or None."],
            fault.ErrorLines.Split(Environment.NewLine).Select(line => line.Split(": the address")[0]));
    }

    [Fact]
    public void An_account_given_by_a_key_is_told_in_Azure_with_all_that_takes_its_place_and_without_the_key()
    {
        var fault = Assert.Throws<CannotStartException>(() => Read(new() { ["Uploads"] = Keyed, ["Uploads__blobServiceUri"] = null, ["Uploads__credential"] = null }));

        Assert.Equal(
            ["The setting Uploads is", "The setting Uploads__credential is missing", "The setting Uploads__blobServiceUri is missing"],
            fault.Message.Split(Environment.NewLine).Select(line => line.Split([": ", " a connection"], StringSplitOptions.None)[0]));
        Assert.DoesNotContain("AccountKey", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_Application_Insights_there_is_no_identity_for_it()
    {
        var options = Read(new() { ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = null, ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = null });

        Assert.Empty(options.Telemetry.ConnectionString);
    }

    [Fact]
    public void The_identity_may_be_the_apps_own() => Assert.Empty(Read(new() { ["Ledger__clientId"] = null }).Ledger.ClientId);

    [Fact]
    public void A_developer_needs_no_identity()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Uploads", "UseDevelopmentStorage=true"), new("Ledger", "UseDevelopmentStorage=true"), new("AzureWebJobsStorage", "UseDevelopmentStorage=true")]).Build();

        var options = AppOptions.Read(settings);

        Assert.Equal("UseDevelopmentStorage=true", options.Uploads.ConnectionString);
        Assert.Equal(("None", false), (options.Access.Mode, options.Scan.Required));
    }

    [Fact]
    public void A_developers_accounts_go_without_a_credential_and_take_keys()
    {
        var options = Read(new() { ["Ledger__credential"] = null, ["Uploads"] = Keyed, ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = null, ["WEBSITE_SITE_NAME"] = null });

        Assert.Equal(("", Keyed), (options.Ledger.Credential, options.Uploads.ConnectionString));
    }

    [Fact]
    public void A_site_that_Core_Tools_plays_is_a_developers() =>
        Assert.Empty(Read(new() { ["Ledger__credential"] = null, ["Uploads__credential"] = null, ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development" }).Ledger.Credential);

    private static AppOptions Read(Dictionary<string, string?> changes)
    {
        var settings = new Dictionary<string, string?>(Deployed);
        foreach (var (name, value) in changes) settings[name] = value;
        // As the environment provider reads them.
        return AppOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key.Replace("__", ":", StringComparison.Ordinal), s => s.Value)).Build());
    }
}
