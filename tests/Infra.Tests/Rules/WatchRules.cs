using System.Text.RegularExpressions;

namespace Infra.Tests.Rules;

/// <summary>What must hold of logs, alerts and costs.</summary>
internal static partial class WatchRules
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    private static readonly string[] Watched =
    [
        Account, $"{Account}/blobServices", $"{Account}/tableServices", $"{Account}/queueServices",
        "Microsoft.Web/sites", "Microsoft.EventGrid/systemTopics", "Microsoft.OperationalInsights/workspaces",
    ];

    // How far back each looks: longer than the sweep's ten minutes and what the logs take to arrive. And from which figures on it speaks up.
    private static readonly Dictionary<string, (string Window, string Condition, string[] Figures)> LogAlerts = new()
    {
        ["poison-queue"] = ("PT30M", "where Messages > 0", ["0", "300"]),
        ["unanswered-upload"] = ("PT30M", "where Seconds > 900", ["900"]),
        ["watch-silent"] = ("PT1H", "where Said == 0", ["0"]),
        ["report-held"] = ("PT1H", "where Reports > 0", ["0"]),
        ["returns-missing"] = ("PT1H", "where Sum > 0", ["0"]),
        ["server-errors"] = ("PT15M", "where toint(ResultCode) between (500 .. 599)", ["500", "599"]),
    };

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
        new("an alert always reaches somebody: the owners of the subscription", t => t.Of("Microsoft.Insights/actionGroups").SingleOrDefault() is { } group
            && group.Is("properties.enabled") && group.Items("properties.armRoleReceivers").Any(r => r.Text("roleId") == Owner) ? [] : ["action group"]),
        new("an alert speaks up from the figure that is meant", Figures),
        new("an alert looks back over the time that is meant", Windows),
        new("silence is heard also where nothing was ever told", t => Query(t, "watch-silent").Trim().StartsWith("union isfuzzy=true (datatable(Name: string)[]), AppMetrics ", StringComparison.Ordinal) ? [] : ["watch-silent"]),
        new("every measurement is watched, and only what is measured", t => Measurement.Watched.Select(m => m.Name).ToHashSet().SetEquals(Measurement.In(string.Join('\n', Queries(t)))) ? [] : ["measurements"]),
        new("alerts ask for what the app tells", t => Queries(t).SelectMany(Measurement.Defects)),
        new("costs are watched", Costs),
        new("a budget keeps the start it was made with", t => t.Of("Microsoft.Consumption/budgets").Where(b => b.Text("properties.timePeriod.startDate") != "[coalesce(tryGet(target('full'), 'properties', 'timePeriod', 'startDate'), parameters('start'))]").Select(b => b.Name)),
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
        return LogAlerts.Keys.Concat(MetricAlerts).Where(name => !alerts.Any(a => a.EndsWith($"-{name}", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Figures(Template template) =>
        LogAlerts.Where(a => !Query(template, a.Key).Contains(a.Value.Condition, StringComparison.Ordinal) || !Number().Matches(Query(template, a.Key)).Select(m => m.Value).SequenceEqual(a.Value.Figures)).Select(a => a.Key);

    private static IEnumerable<string> Windows(Template template) =>
        LogAlerts.Where(a => Alert(template, a.Key)?.Text("properties.windowSize") != a.Value.Window || Alert(template, a.Key)?.Text("properties.evaluationFrequency") != "PT5M").Select(a => a.Key)
            .Concat(template.Of("Microsoft.Insights/metricAlerts").Where(a => a.Text("properties.windowSize") != "PT15M" || a.Text("properties.evaluationFrequency") != "PT5M").Select(a => a.Name));

    // Azure wants a group or an address in each.
    private static IEnumerable<string> Costs(Template template)
    {
        if (template.Of("Microsoft.Consumption/budgets").SingleOrDefault() is not { } budget || budget.Number("properties.amount") is not > 0) return ["budget"];
        var notifications = (budget.At("properties.notifications") as JsonObject ?? []).Select(n => new Resource(n.Value!.AsObject())).ToList();
        return notifications.Count == 2 && notifications.All(n => n.Is("enabled") && n.List("contactGroups").Concat(n.List("contactEmails")).Any()) ? [] : ["notifications"];
    }

    private static IEnumerable<string> Queries(Template template) => template.Of("Microsoft.Insights/scheduledQueryRules").Select(Query);

    private static Resource? Alert(Template template, string name) =>
        template.Of("Microsoft.Insights/scheduledQueryRules").SingleOrDefault(a => a.Name.EndsWith($"-{name}", StringComparison.Ordinal));

    private static string Query(Template template, string alert) => Alert(template, alert) is { } there ? Query(there) : "";

    private static string Query(Resource alert) => string.Join('\n', alert.Items("properties.criteria.allOf").Select(c => c.Text("query")));

    [GeneratedRegex(@"\b\d+\b")]
    private static partial Regex Number();
}
