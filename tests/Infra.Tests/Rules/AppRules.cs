using System.Reflection;
using System.Runtime.Versioning;

namespace Infra.Tests.Rules;

/// <summary>What must hold of the app.</summary>
internal static class AppRules
{
    private static readonly IReadOnlyList<AppFunction> Functions = AppFunction.Read();

    public static IEnumerable<Rule> All =>
    [
        new("the app runs on what it is built for", Runtime),
        new("the app speaks TLS 1.2", t => t.App.Is("properties.httpsOnly") && t.App.Text("properties.siteConfig.minTlsVersion") is "1.2" or "1.3" && t.App.Text("properties.siteConfig.scmMinTlsVersion") is "1.2" or "1.3" ? [] : ["app"]),
        new("every trigger has its connection", Disconnected),
        new("connections go by identity", ByKey),
        new("the header of the platform is believed, and the platform writes it", Believed),
        new("callers are known to the directory", Strangers),
        new("telemetry goes by identity", t => Value(t, "APPLICATIONINSIGHTS_AUTHENTICATION_STRING").Contains("Authorization=AAD;ClientId=", StringComparison.Ordinal) && Value(t, "APPLICATIONINSIGHTS_CONNECTION_STRING").Length > 0 ? [] : ["telemetry"]),
        new("the package comes by identity", t => t.App.Text("properties.functionAppConfig.deployment.storage.authentication.type") == "UserAssignedIdentity" ? [] : ["package"]),
        // Which has no FTP and takes no setting about it.
        new("the app is on Flex Consumption", t => t.Of("Microsoft.Web/serverfarms").Any(p => p.Text("sku.name") == "FC1") && t.App.At("properties.siteConfig.ftpsState") is null ? [] : ["plan"]),
    ];

    private static string Value(Template template, string setting) => template.AppSettings.SingleOrDefault(s => s.Key == setting).Value ?? "";

    private static IEnumerable<string> Runtime(Template template)
    {
        var built = new FrameworkName(typeof(Host.Access.AccessControl).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
        var runtime = "properties.functionAppConfig.runtime";
        return template.App.Text($"{runtime}.name") == "dotnet-isolated" && template.App.Text($"{runtime}.version") == built.Version.ToString(2) ? [] : [$"{template.App.Text($"{runtime}.version")}, not {built}"];
    }

    // What each kind of trigger asks of its connection; the host's own is the one that timers and the blob trigger's queue need.
    private static IEnumerable<string> Disconnected(Template template) =>
        Functions.SelectMany(f => f.Trigger switch
        {
            "Blob" => [$"{f.Connection}__blobServiceUri", $"{f.Connection}__queueServiceUri", "AzureWebJobsStorage__queueServiceUri"],
            "Queue" => [$"{f.Connection}__queueServiceUri"],
            "Timer" => ["AzureWebJobsStorage__blobServiceUri"],
            _ => Array.Empty<string>(),
        }).Distinct().Where(setting => Value(template, setting).Length == 0);

    private static IEnumerable<string> ByKey(Template template)
    {
        var connections = template.AppSettings.Where(s => s.Key.EndsWith("ServiceUri", StringComparison.Ordinal)).Select(s => s.Key.Split("__")[0]).Distinct().ToList();
        var account = connections.ToDictionary(c => c, c => c switch { "Uploads" => template.Uploads, "Ledger" => template.Ledger, _ => template.State });
        return connections.Where(c => Value(template, $"{c}__credential") != "managedidentity" || Value(template, $"{c}__clientId").Length == 0)
            .Concat(template.AppSettings.Where(s => s.Key.EndsWith("ServiceUri", StringComparison.Ordinal))
                .Where(s => !(s.Value.Contains("https://", StringComparison.Ordinal) && s.Value.Contains($"'{account[s.Key.Split("__")[0]]?.Name}'", StringComparison.Ordinal))).Select(s => s.Key))
            .Concat(template.AppSettings.Where(s => Secrets.In(s.Value)).Select(s => s.Key))
            .Concat(template.AppSettings.GroupBy(s => s.Key).Where(g => g.Count() > 1).Select(g => $"{g.Key} twice"));
    }

    private static Resource? Authentication(Template template) => template.Of("Microsoft.Web/sites/config").SingleOrDefault(c => c.ShortName == "authsettingsV2" && c.IsOf(template.App));

    private static IEnumerable<string> Believed(Template template) =>
        Value(template, "Access__Mode") == "Platform" && Authentication(template)?.Is("properties.platform.enabled") == true ? [] : ["header"];

    private static IEnumerable<string> Strangers(Template template)
    {
        if (Authentication(template) is not { } authentication) return ["none"];
        var open = authentication.List("properties.globalValidation.excludedPaths").Select(p => p.ToString()).ToHashSet();
        // What is left open must be there, or somebody has moved it and closed a door that must be open.
        string[] doors =
        [
            .. Functions.Where(f => f.Route == "health/live").Select(f => $"/api/{f.Route}"),
            "/runtime/webhooks/blobs", "/admin/host/status", "/admin/host/synctriggers",
            .. Functions.Where(f => f is { Trigger: "Timer", Name: "CloseYear" }).Select(f => $"/admin/functions/{f.Name}"),
        ];
        var directory = "properties.identityProviders.azureActiveDirectory";
        string[] required = authentication.Is("properties.globalValidation.requireAuthentication") && authentication.Text("properties.globalValidation.unauthenticatedClientAction") == "Return401" ? [] : ["not required"];
        return required
            .Concat(doors.Length == 5 && open.SetEquals(doors) ? [] : ["open paths"])
            .Concat(authentication.Json.ToJsonString().Contains("secret", StringComparison.OrdinalIgnoreCase) ? ["a secret"] : [])
            .Concat(authentication.Is($"{directory}.enabled") == authentication.Text($"{directory}.registration.clientId").Length > 0 ? [] : ["directory"]);
    }
}
