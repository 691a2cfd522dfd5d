namespace Infra.Tests.Rules;

/// <summary>What must hold of logs, alerts and costs.</summary>
internal static class WatchRules
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private static readonly string[] Watched =
    [
        Account, $"{Account}/blobServices", $"{Account}/tableServices", $"{Account}/queueServices",
        "Microsoft.Web/sites", "Microsoft.EventGrid/systemTopics", "Microsoft.OperationalInsights/workspaces",
    ];
    private static readonly string[] LogAlerts = ["poison-queue", "unanswered-upload", "watch-silent", "report-held", "returns-missing", "server-errors"];
    private static readonly string[] MetricAlerts = ["events-undelivered", "events-dropped"];

    public static IEnumerable<Rule> All =>
    [
        new("everything tells the logs what happens to it", Silent),
        new("alerts are there, and reach people", Alerts),
        new("an alert goes off at the first row", t =>
            t.Of("Microsoft.Insights/scheduledQueryRules").Where(a => a.Items("properties.criteria.allOf").SingleOrDefault() is not { } only
                || only.Text("operator") != "GreaterThan" || only.Text("timeAggregation") != "Count" || only.Number("threshold") != 0).Select(a => a.Name)
                .Concat(t.Of("Microsoft.Insights/metricAlerts").Where(a => a.Items("properties.criteria.allOf").SingleOrDefault() is not { } only
                    || only.Text("operator") != "GreaterThan" || only.Number("threshold") != 0).Select(a => a.Name))),
        new("an upload may wait 15 minutes", t => Query(t, "unanswered-upload").Split('|')[^1].Trim() == "where Seconds > 900" ? [] : ["unanswered-upload"]),
        new("every measurement is watched, and only what is measured", t => Measurement.All.Select(m => m.Name).ToHashSet().SetEquals(Measurement.In(string.Join('\n', t.Of("Microsoft.Insights/scheduledQueryRules").Select(Query)))) ? [] : ["measurements"]),
        new("costs are watched", t => t.Of("Microsoft.Consumption/budgets").SingleOrDefault() is { } budget
            && budget.Number("properties.amount") > 0 && budget.At("properties.notifications") is JsonObject { Count: > 0 } notifications && notifications.All(n => new Resource(n.Value!.AsObject()).Is("enabled")) ? [] : ["budget"]),
        new("a workbook shows how it stands", t => t.Of("Microsoft.Insights/workbooks").Any(w => w.Text("properties.serializedData").Length > 1000 && !w.Text("properties.serializedData").StartsWith("[concat", StringComparison.Ordinal)) ? [] : ["workbook"]),
    ];

    private static IEnumerable<string> Silent(Template template)
    {
        var settings = template.Of("Microsoft.Insights/diagnosticSettings").ToList();
        return template.All.Where(r => Watched.Contains(r.Type)).Where(r => !settings.Any(s => s.Id.StartsWith($"{r.Id}/providers/Microsoft.Insights/", StringComparison.Ordinal) && Says(s, r.Type == Account, Kept(template, r)))).Select(r => r.Id);
    }

    // Accounts themselves have no log; what is done to their services is in the services' logs.
    private static bool Says(Resource setting, bool isAccount, string[] categories) =>
        setting.Text("properties.workspaceId").Length > 0
        && setting.Items(isAccount ? "properties.metrics" : "properties.logs").Any(c => c.Is("enabled"))
        && categories.All(c => setting.Items("properties.logs").Any(l => l.Is("enabled") && l.Text("category") == c));

    private static string[] Kept(Template template, Resource resource) => resource.Type switch
    {
        $"{Account}/blobServices" when template.State is { } state && !resource.IsOf(state) => ["StorageRead", "StorageWrite", "StorageDelete"],
        $"{Account}/tableServices" or $"{Account}/queueServices" when template.State is { } state && !resource.IsOf(state) => ["StorageWrite", "StorageDelete"],
        $"{Account}/blobServices" or $"{Account}/tableServices" or $"{Account}/queueServices" => ["StorageDelete"],
        "Microsoft.OperationalInsights/workspaces" => ["Audit"],
        _ => [],
    };

    private static IEnumerable<string> Alerts(Template template)
    {
        var alerts = template.Of("Microsoft.Insights/scheduledQueryRules").Where(a => a.List("properties.actions.actionGroups").Any())
            .Concat(template.Of("Microsoft.Insights/metricAlerts").Where(a => a.Items("properties.actions").Any(n => n.Text("actionGroupId").Length > 0)))
            .Where(a => a.Is("properties.enabled")).Select(a => a.Name).ToList();
        return LogAlerts.Concat(MetricAlerts).Where(name => !alerts.Any(a => a.EndsWith($"-{name}", StringComparison.Ordinal)));
    }

    private static string Query(Template template, string alert) =>
        template.Of("Microsoft.Insights/scheduledQueryRules").Where(a => a.Name.EndsWith($"-{alert}", StringComparison.Ordinal)).Select(Query).SingleOrDefault() ?? "";

    private static string Query(Resource alert) => string.Join('\n', alert.Items("properties.criteria.allOf").Select(c => c.Text("query")));
}
