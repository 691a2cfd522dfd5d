using System.Text.Json;
using Infra.Tests.Rules;

namespace Infra.Tests;

/// <summary>Every rule finds the mistakes it is there for.</summary>
[Collection(nameof(CompiledTemplates))]
public sealed class MutationTests(CompiledTemplates templates)
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Blobs = $"{Account}/blobServices";
    private const string Container = $"{Blobs}/containers";
    private const string Policy = $"{Container}/immutabilityPolicies";
    private const string Lifecycle = $"{Account}/managementPolicies";
    private const string Role = "Microsoft.Authorization/roleAssignments";
    private const string Log = "Microsoft.Insights/diagnosticSettings";
    private const string LogAlert = "Microsoft.Insights/scheduledQueryRules";
    private const string MetricAlert = "Microsoft.Insights/metricAlerts";
    private const string App = "Microsoft.Web/sites";
    private const string Config = "Microsoft.Web/sites/config";
    private const string Publishing = "Microsoft.Web/sites/basicPublishingCredentialsPolicies";
    private const string Topic = "Microsoft.EventGrid/systemTopics";
    private const string Subscription = $"{Topic}/eventSubscriptions";
    private const string Setting = "properties.siteConfig.appSettings";
    private const string Asked = "properties.criteria.allOf.0.query";
    private const string Clerks = "people write the returns of their unit and delete nothing";

    // As the template has it, but for the app.
    private const string Door = "\"[format('https://{0}/runtime/webhooks/blobs?functionName=Host.Functions.{1}&code={2}', reference('/x').defaultHostName, 'IngestReturn', listKeys('/x/host/default').systemKeys.blobs_extension)]\"";

    // Ids of prod hold hnsbstate, hnsbup and hnsbled for the three accounts.
    private static readonly Mutation[] InProd =
    [
        new("there are three accounts", Account, "hnsbstate", "", null),
        new("there are three accounts", Container, "containers/returns", "", null),
        new("no account takes shared keys", Account, "hnsbled", "properties.allowSharedKeyAccess", "true"),
        new("no account takes shared keys", Account, "hnsbup", "properties.allowSharedKeyAccess", null),
        new("no account takes shared keys", Account, "hnsbup", "properties.isLocalUserEnabled", "true"),
        new("nothing is public", Account, "hnsbup", "properties.allowBlobPublicAccess", "true"),
        new("nothing is public", Account, "hnsbled", "properties.allowBlobPublicAccess", null),
        new("nothing is public", Container, "containers/reports", "properties.publicAccess", "\"Blob\""),
        new("storage speaks TLS 1.2", Account, "hnsbstate", "properties.minimumTlsVersion", "\"TLS1_0\""),
        new("storage speaks TLS 1.2", Account, "hnsbled", "properties.supportsHttpsTrafficOnly", "false"),
        new("deleted and overwritten blobs can be had back", Blobs, "hnsbup", "properties.isVersioningEnabled", "false"),
        new("deleted and overwritten blobs can be had back", Blobs, "hnsbled", "properties.deleteRetentionPolicy.days", "1"),
        new("deleted and overwritten blobs can be had back", Blobs, "hnsbled", "properties.containerDeleteRetentionPolicy", null),
        new("papers are written once", Container, "containers/receipts", "properties.immutableStorageWithVersioning", """{ "enabled": true }"""),
        new("papers are written once", Policy, "containers/reports/", "", null),
        new("papers are written once", Policy, "containers/receipts/", "properties.immutabilityPeriodSinceCreationInDays", "0"),
        new("papers are written once", Policy, "containers/receipts/", "properties.allowProtectedAppendWrites", "true"),
        new("every account has a lifecycle, and none does more than is meant", Lifecycle, "hnsbled", "", null),
        new("every account has a lifecycle, and none does more than is meant", Lifecycle, "hnsbstate", "properties.policy.rules.0.enabled", "false"),
        new("every account has a lifecycle, and none does more than is meant", Lifecycle, "hnsbled", "properties.policy.rules.0.definition.actions.baseBlob.delete", """{ "daysAfterModificationGreaterThan": 3650 }"""),
        new("every account has a lifecycle, and none does more than is meant", Lifecycle, "hnsbup", "properties.policy.rules.1.definition.filters.prefixMatch", null),
        new("every account has a lifecycle, and none does more than is meant", Lifecycle, "hnsbup", "properties.policy.rules.0.definition.actions.version.delete.daysAfterCreationGreaterThan", "30"),
        new("every account has a lifecycle, and none does more than is meant", Lifecycle, "hnsbup", "properties.policy.rules.0.definition.actions.baseBlob", """{ "tierToCool": { "daysAfterModificationGreaterThan": 400 } }"""),
        new("every account has a lifecycle, and none does more than is meant", Lifecycle, "hnsbled", "properties.policy.rules.0.definition.actions.baseBlob.tierToArchive", """{ "daysAfterModificationGreaterThan": 1 }"""),
        new("every account has a lifecycle, and none does more than is meant", Lifecycle, "hnsbled", "properties.policy.rules.0.definition.actions.version", """{ "delete": { "daysAfterCreationGreaterThan": 1 } }"""),
        new("an account is reached by whom its parameters name", Account, "hnsbstate", "properties.publicNetworkAccess", "\"Enabled\""),
        new("an account is reached by whom its parameters name", Account, "hnsbstate", "properties.networkAcls.ipRules", """[{ "value": "1.0.0.0/8", "action": "Allow" }]"""),
        new("an account is reached by whom its parameters name", Account, "hnsbled", "properties.networkAcls.bypass", "\"AzureServices\""),
        new("an account is reached by whom its parameters name", Account, "hnsbup", "properties.networkAcls.virtualNetworkRules", """[{ "id": "/x/subnets/y", "action": "Allow" }]"""),
        new("an account is reached by whom its parameters name", Account, "hnsbup", "properties.networkAcls.defaultAction", "\"Allow\""),
        new("a link is valid no longer than it must be", Account, "hnsbled", "properties.sasPolicy.sasExpirationPeriod", "\"07.00:00:00\""),
        new("a link is valid no longer than it must be", Account, "hnsbup", "properties.sasPolicy.sasExpirationPeriod", "\"00.01:00:00\""),
        new("a link is valid no longer than it must be", Account, "hnsbstate", "properties.sasPolicy", null),
        new("the scanner comes through a closed network, and only to uploads", Account, "hnsbup", "properties.networkAcls.resourceAccessRules", "[]"),
        new("the scanner comes through a closed network, and only to uploads", Account, "hnsbled", "properties.networkAcls.resourceAccessRules", """[{ "tenantId": "x", "resourceId": "/x" }]"""),
        new("a role is named after whom it is given to", Role, "hnsbled", "name", "\"8bbf6279-aeb7-518d-add2-e0802ce119a8\""),
        new("a role is named after whom it is given to", Role, "containers/undelivered", "name", "\"[guid('/x/systemTopics/hnsb-uploads')]\""),
        new("every account has a lifecycle, and none does more than is meant", Lifecycle, "hnsbup", "properties.policy.rules.1.definition.filters.prefixMatch", """["ret"]"""),
        new("a closed network is closed, and the app is in it", Account, "hnsbled", "properties.networkAcls.defaultAction", "\"Allow\""),
        new("a closed network is closed, and the app is in it", App, "", "properties.virtualNetworkSubnetId", null),
        new("private endpoints lead to every service that is used", "Microsoft.Network/privateEndpoints", "hnsbled", "", null),
        new("private endpoints lead to every service that is used", "Microsoft.Network/privateEndpoints", "-queue", "properties.privateLinkServiceConnections.0.properties.groupIds.0", "\"file\""),
        new("private endpoints lead to every service that is used", "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "hnsbup", "", null),
        new("the stores are those of the app", $"{Account}/tableServices/tables", "tables/heads", "", null),
        new("the stores are those of the app", $"{Account}/queueServices/queues", "queues/emit-report", "name", "\"hnsb/default/emit-reports\""),
        new("the stores are those of the app", Container, "containers/snapshots", "", null),
        new("a scan is waited for where there is one", "Microsoft.Security/defenderForStorageSettings", "hnsbup", "", null),
        new("a scan is waited for where there is one", "Microsoft.Security/defenderForStorageSettings", "hnsbup", "properties.malwareScanning.onUpload.isEnabled", "false"),
        new("a scan is waited for where there is one", App, "", $"{Setting}.15.value", "\"false\""),
        new("every role is given on a resource", Role, "hnsbup", "id", "\"/subscriptions/x/resourceGroups/y/providers/Microsoft.Authorization/roleAssignments/z\""),
        new("every role says what for", Role, "hnsbled", "properties.description", null),
        new("programs have the roles they need and no other", Role, "hnsbled", "", null),
        new("programs have the roles they need and no other", Role, "hnsbled", "properties.roleDefinitionId", "\"/x/17d1049b-9a84-46fb-8f53-869881c3d3ab\""),
        new("programs have the roles they need and no other", Role, "containers/undelivered", "properties.principalId", "\"00000000-0000-0000-0000-000000000009\""),
        new("logs and telemetry take no keys", "Microsoft.Insights/components", "", "properties.DisableLocalAuth", "false"),
        new("logs and telemetry take no keys", "Microsoft.OperationalInsights/workspaces", "", "properties.features.disableLocalAuth", null),
        new("code is published without passwords", Publishing, "/scm", "properties.allow", "true"),
        new("code is published without passwords", Publishing, "/ftp", "", null),
        new("the logs of prod cannot be deleted", "Microsoft.Authorization/locks", "", "", null),
        new("the app runs on what it is built for", App, "", "properties.functionAppConfig.runtime.version", "\"9.0\""),
        new("the app runs on what it is built for", App, "", "properties.functionAppConfig.runtime.name", "\"dotnet\""),
        new("the app speaks TLS 1.2", App, "", "properties.httpsOnly", "false"),
        new("the app speaks TLS 1.2", App, "", "properties.siteConfig.minTlsVersion", "\"1.0\""),
        new("the app speaks TLS 1.2", App, "", "properties.siteConfig.scmMinTlsVersion", null),
        new("every trigger has its connection", App, "", $"{Setting}.6", null),
        new("every trigger has its connection", App, "", $"{Setting}.10.name", "\"Ledger__queueUri\""),
        new("connections go by identity", App, "", $"{Setting}.7", null),
        new("connections go by identity", App, "", $"{Setting}.9.value", "\"https://elsewhere\""),
        new("connections go by identity", App, "", $"{Setting}.13.value", "\"DefaultEndpointsProtocol=https;AccountKey=x\""),
        new("connections go by identity", App, "", $"{Setting}.13.name", "\"Access__Mode\""),
        new("the header of the platform is believed, and the platform writes it", App, "", $"{Setting}.14.value", "\"Anybody\""),
        new("the header of the platform is believed, and the platform writes it", Config, "", "properties.platform.enabled", "false"),
        new("callers are known to the directory", Config, "", "", null),
        new("callers are known to the directory", Config, "", "properties.globalValidation.requireAuthentication", "false"),
        new("callers are known to the directory", Config, "", "properties.globalValidation.unauthenticatedClientAction", "\"AllowAnonymous\""),
        new("callers are known to the directory", Config, "", "properties.globalValidation.excludedPaths.0", "\"/api\""),
        new("callers are known to the directory", Config, "", "properties.globalValidation.excludedPaths.1", null),
        new("callers are known to the directory", Config, "", "properties.globalValidation.excludedPaths.3", null),
        new("callers are known to the directory", Config, "", "properties.globalValidation.excludedPaths.4", "\"/admin\""),
        new("callers are known to the directory", Config, "", "properties.identityProviders.azureActiveDirectory.enabled", "true"),
        new("callers are known to the directory", Config, "", "properties.identityProviders.azureActiveDirectory.registration.clientSecretSettingName", "\"X\""),
        new("telemetry goes by identity", App, "", $"{Setting}.17", null),
        new("the package comes by identity", App, "", "properties.functionAppConfig.deployment.storage.authentication.type", "\"StorageAccountConnectionString\""),
        new("the app is on Flex Consumption", "Microsoft.Web/serverfarms", "", "sku.name", "\"Y1\""),
        new("the app is on Flex Consumption", App, "", "properties.siteConfig.ftpsState", "\"Disabled\""),
        new("everything tells the logs what happens to it", Log, "tableServices", "", null),
        new("everything tells the logs what happens to it", Log, "Microsoft.Web", "properties.logs.0.enabled", "false"),
        new("everything tells the logs what happens to it", Log, "systemTopics", "properties.workspaceId", null),
        new("everything tells the logs what happens to it", Log, "hnsbled", "properties.metrics", null),
        new("alerts are there, and reach people", LogAlert, "poison-queue", "", null),
        new("alerts are there, and reach people", LogAlert, "report-held", "properties.enabled", "false"),
        new("alerts are there, and reach people", LogAlert, "returns-missing", "properties.actions.actionGroups", "[]"),
        new("alerts are there, and reach people", MetricAlert, "events-dropped", "properties.actions", "[]"),
        new("an alert goes off at the first row", LogAlert, "server-errors", "properties.criteria.allOf.0.threshold", "5"),
        new("an alert goes off at the first row", MetricAlert, "events-undelivered", "properties.criteria.allOf.0.operator", "\"LessThan\""),
        new("an alert always reaches somebody: the owners of the subscription", "Microsoft.Insights/actionGroups", "", "properties.armRoleReceivers", "[]"),
        new("an alert always reaches somebody: the owners of the subscription", "Microsoft.Insights/actionGroups", "", "properties.enabled", "false"),
        new("an alert speaks up from the figure that is meant", LogAlert, "unanswered-upload", Asked, "\"AppMetrics | where Name == 'pipeline.uploads.unanswered.age' | summarize Seconds = max(Sum) | where Seconds > 9000\""),
        new("an alert speaks up from the figure that is meant", LogAlert, "poison-queue", Asked, "\"AppMetrics | where Name == 'pipeline.poison' | summarize Messages = max(Sum) | where Messages > 1000\""),
        new("an alert speaks up from the figure that is meant", LogAlert, "report-held", Asked, "\"AppMetrics | where Name == 'pipeline.reports.held' | summarize Reports = sum(Sum) | where Reports > 5000\""),
        new("an alert speaks up from the figure that is meant", LogAlert, "server-errors", Asked, "\"AppRequests | where toint(ResultCode) between (600 .. 699) | summarize Answers = sum(ItemCount) by OperationName\""),
        new("an alert speaks up from the figure that is meant", LogAlert, "watch-silent", Asked, "\"AppMetrics | where Name == 'pipeline.uploads.unanswered.age' | summarize Said = count() | where Said > 0\""),
        new("an alert looks back over the time that is meant", LogAlert, "poison-queue", "properties.windowSize", "\"PT5M\""),
        new("an alert looks back over the time that is meant", LogAlert, "unanswered-upload", "properties.windowSize", "\"PT5M\""),
        new("an alert looks back over the time that is meant", LogAlert, "watch-silent", "properties.windowSize", "\"PT5M\""),
        new("an alert looks back over the time that is meant", LogAlert, "report-held", "properties.windowSize", "\"PT5M\""),
        new("an alert looks back over the time that is meant", LogAlert, "returns-missing", "properties.windowSize", "\"PT5M\""),
        new("an alert looks back over the time that is meant", LogAlert, "server-errors", "properties.windowSize", "\"PT5M\""),
        new("an alert looks back over the time that is meant", LogAlert, "server-errors", "properties.evaluationFrequency", "\"P1D\""),
        new("an alert looks back over the time that is meant", MetricAlert, "events-dropped", "properties.windowSize", "\"PT5M\""),
        new("silence is heard also where nothing was ever told", LogAlert, "watch-silent", Asked, "\"AppMetrics | where Name == 'pipeline.uploads.unanswered.age' | summarize Said = count() | where Said == 0\""),
        new("every measurement is watched, and only what is measured", LogAlert, "report-held", Asked, "\"AppMetrics | where Name == 'pipeline.submissions'\""),
        new("alerts ask for what the app tells", LogAlert, "report-held", Asked, "\"AppMetrics | where Name == 'pipeline.report.held'\""),
        new("alerts ask for what the app tells", LogAlert, "unanswered-upload", Asked, "\"AppMetrics | where Name == 'pipeline.uploads.unanswered.age' | summarize Seconds = max(Max) | where Seconds > 900\""),
        new("costs are watched", "Microsoft.Consumption/budgets", "", "", null),
        new("costs are watched", "Microsoft.Consumption/budgets", "", "properties.amount", "0"),
        new("costs are watched", "Microsoft.Consumption/budgets", "", "properties.notifications", "{}"),
        new("costs are watched", "Microsoft.Consumption/budgets", "", "properties.notifications.spent.contactGroups", "[]"),
        new("costs are watched", "Microsoft.Consumption/budgets", "", "properties.notifications.foreseen.contactGroups", null),
        new("a budget keeps the start it was made with", "Microsoft.Consumption/budgets", "", "properties.timePeriod.startDate", "\"2026-12-01\""),
        new("a workbook shows how it stands", "Microsoft.Insights/workbooks", "", "", null),
        new("the topic is that of the uploads, with an identity of its own", Topic, "", "properties.source", "\"/x\""),
        new("the topic is that of the uploads, with an identity of its own", Topic, "", "identity", null),
        new("events lead to the function that takes uploads", Subscription, "", "properties.destination.properties.endpointUrl", "\"https://x/runtime/webhooks/blobs?functionName=Host.Functions.Ingest\""),
        new("events lead to the function that takes uploads", Subscription, "", "properties.destination.properties.endpointUrl", Door.Replace("&code={2}", "", StringComparison.Ordinal)),
        new("events lead to the function that takes uploads", Subscription, "", "properties.destination.properties.endpointUrl", Door.Replace("blobs_extension", "durabletask_extension", StringComparison.Ordinal)),
        new("only finished uploads are told", Subscription, "", "properties.filter.subjectBeginsWith", "\"/blobServices/default/containers/uploads/\""),
        new("only finished uploads are told", Subscription, "", "properties.filter.advancedFilters", null),
        new("only finished uploads are told", Subscription, "", "properties.filter.includedEventTypes.0", "\"Microsoft.Storage.BlobDeleted\""),
        new("events are tried again for a day", Subscription, "", "properties.retryPolicy", null),
        new("events that nobody took are put down, by identity", Subscription, "", "properties.deadLetterWithResourceIdentity", null),
        new("events that nobody took are put down, by identity", Container, "containers/undelivered", "", null),
        new("events that nobody took are put down, by identity", Subscription, "", "properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.resourceId", "\"/x/providers/Microsoft.Storage/storageAccounts/another\""),
    ];

    // Ids of everything hold everystate, everyup and everyled.
    private static readonly Mutation[] InEverything =
    [
        new(Clerks, "Microsoft.Authorization/roleDefinitions", "", "properties.permissions.0.dataActions.0", "\"Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete\""),
        new(Clerks, "Microsoft.Authorization/roleDefinitions", "", "properties.permissions.0.actions.0", "\"*\""),
        new(Clerks, Role, "containers/returns", "properties.condition", null),
        new(Clerks, "Microsoft.Authorization/roleDefinitions", "", "properties.permissions.0.actions", """["Microsoft.Storage/storageAccounts/blobServices/containers/read", "Microsoft.Storage/storageAccounts/listKeys/action"]"""),
        new(Clerks, "Microsoft.Authorization/roleDefinitions", "", "properties.permissions.0.dataActions.1", null),
        new(Clerks, Role, "containers/returns", "properties.condition", Guarded(but: "write")),
        new(Clerks, Role, "containers/returns", "properties.condition", Guarded(but: "add/action")),
        new(Clerks, Role, "containers/returns", "properties.condition", JsonSerializer.Serialize(AccessRules.Condition("430200"))),
        new(Clerks, Role, "containers/returns", "properties.roleDefinitionId", "\"/x/b7e6dc6d-f1e8-4753-8033-0f276bb0955b\""),
        new("a closed network is closed, and the app is in it", Account, "everystate", "properties.networkAcls.virtualNetworkRules", "[]"),
    ];

    // The condition without the guard of one action, which is then allowed everywhere.
    private static string Guarded(string but)
    {
        var whole = AccessRules.Condition("430100");
        var guard = $" AND !(ActionMatches{{'{Container}/blobs/{but}'}})";
        Assert.Contains(guard, whole, StringComparison.Ordinal);
        return JsonSerializer.Serialize(whole.Replace(guard, "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_door_whose_mistakes_are_found_is_itself_in_order() =>
        Assert.Empty(RuleBook.Named("events lead to the function that takes uploads").Defects(new Template([Told(Door)], [])));

    private static JsonObject Told(string door) =>
        new() { ["type"] = Subscription, ["properties"] = new JsonObject { ["destination"] = new JsonObject { ["properties"] = new JsonObject { ["endpointUrl"] = JsonNode.Parse(door) } } } };

    public static TheoryData<string, int> Mutations()
    {
        var rows = new TheoryData<string, int>();
        for (var i = 0; i < InProd.Length; i++) rows.Add("prod", i);
        for (var i = 0; i < InEverything.Length; i++) rows.Add("everything", i);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_mistake_is_found(string environment, int number)
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");
        var mistake = (environment == "prod" ? InProd : InEverything)[number];

        Assert.True(RuleBook.Named(mistake.Finds).Defects(mistake.Of(templates[environment])).Any(), $"{mistake} is not found.");
    }

    [Fact]
    public void No_rule_goes_without_a_mistake_that_it_finds() =>
        Assert.Equal(RuleBook.All.Select(r => r.Name).Order(StringComparer.Ordinal), InProd.Concat(InEverything).Select(m => m.Finds).Distinct().Order(StringComparer.Ordinal));
}
