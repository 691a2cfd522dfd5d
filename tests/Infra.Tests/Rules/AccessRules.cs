namespace Infra.Tests.Rules;

/// <summary>Who may do what.</summary>
internal static class AccessRules
{
    private const string BlobOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string BlobContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string QueueContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string TableContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string MetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";

    private const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers";

    private static readonly string[] PublishingWays = ["ftp", "scm"];

    public static IEnumerable<Rule> All =>
    [
        new("every role is given on a resource", t => Roles(t).Where(r => !Scope(r).Contains("/providers/", StringComparison.Ordinal)).Select(r => r.Id)),
        new("a role is named after whom it is given to", t => Roles(t).Where(r => r.Text("properties.principalId") is ['[', .. var principal, ']'] && !r.Name.Contains(principal, StringComparison.Ordinal)).Select(r => r.Id)),
        new("every role says what for", t => Roles(t).Where(r => r.Text("properties.description").Length < 10).Select(r => r.Id)),
        new("programs have the roles they need and no other", Programs),
        new("people write the returns of their unit and delete nothing", People),
        new("logs and telemetry take no keys", t =>
            t.Of("Microsoft.Insights/components").Where(c => !c.Is("properties.DisableLocalAuth"))
                .Concat(t.Of("Microsoft.OperationalInsights/workspaces").Where(w => !w.Is("properties.features.disableLocalAuth"))).Select(r => r.Name)),
        new("code is published without passwords", t => PublishingWays
            .Where(way => t.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").SingleOrDefault(p => p.ShortName == way)?.At("properties.allow")?.ToString() != "false")),
        new("the logs of prod cannot be deleted", t => t.Of("Microsoft.Authorization/locks").Any(l => l.Text("properties.level") == "CanNotDelete") == t.IsProd ? [] : ["lock"]),
    ];

    /// <summary>What keeps whoever uploads for a unit to its folders: each thing they may do is either guarded by the path or listing names.</summary>
    internal static string Condition(string unit) =>
        $"(!(ActionMatches{{'{Container}/blobs/read'}} AND NOT SubOperationMatches{{'Blob.List'}}) AND !(ActionMatches{{'{Container}/blobs/write'}}) AND !(ActionMatches{{'{Container}/blobs/add/action'}}))"
        + $" OR (@Resource[{Container}/blobs:path] StringLike '????/{unit}/*')";

    private static IEnumerable<Resource> Roles(Template template) => template.Of("Microsoft.Authorization/roleAssignments");

    private static string Scope(Resource role) => role.Id[..role.Id.LastIndexOf("/providers/Microsoft.Authorization/", StringComparison.Ordinal)];

    private static string Definition(Resource role) => role.Text("properties.roleDefinitionId").Split('/')[^1];

    private static IEnumerable<string> Programs(Template template)
    {
        var topic = template.Of("Microsoft.EventGrid/systemTopics").Single();
        var telemetry = template.Of("Microsoft.Insights/components").Single();
        var app = template.Of("Microsoft.ManagedIdentity/userAssignedIdentities").Single().Id;
        var (state, uploads, ledger) = (template.State?.Id, template.Uploads?.Id, template.Ledger?.Id);
        (string, string?, string)[] needed =
        [
            (app, state, BlobOwner), (app, state, QueueContributor), (app, state, TableContributor),
            (app, uploads, BlobOwner), (app, uploads, QueueContributor),
            (app, ledger, BlobContributor), (app, ledger, QueueContributor), (app, ledger, TableContributor),
            (app, telemetry.Id, MetricsPublisher),
            (topic.Id, $"{uploads}/blobServices/default/containers/undelivered", BlobContributor),
        ];
        var given = Roles(template).Where(r => !Uploads(template, r)).Select(r => (Principal(r, app, topic.Id), (string?)Scope(r), Definition(r))).ToHashSet();
        return given.Except(needed).Select(g => $"too much: {g}").Concat(needed.Except(given).Select(n => $"missing: {n}"));
    }

    // What Azure will make of an identity is an expression that names it.
    private static string Principal(Resource role, string app, string topic) =>
        new[] { app, topic }.FirstOrDefault(id => role.Text("properties.principalId").Contains($"'{id}'", StringComparison.Ordinal)) ?? role.Text("properties.principalId");

    // Whoever is named to upload: people, or a program that was given their role.
    private static bool Uploads(Template template, Resource role) =>
        role.Text("properties.principalType") != "ServicePrincipal" || template.Of("Microsoft.Authorization/roleDefinitions").Any(d => d.Name == Definition(role));

    private static IEnumerable<string> People(Template template)
    {
        var definitions = template.Of("Microsoft.Authorization/roleDefinitions").ToList();
        foreach (var definition in definitions)
        {
            var permission = definition.Items("properties.permissions").Single();
            if (!Names(permission, "actions").SetEquals([$"{Container}/read"])) yield return "actions";
            if (!Names(permission, "dataActions").SetEquals([$"{Container}/blobs/read", $"{Container}/blobs/write", $"{Container}/blobs/add/action"])) yield return "dataActions";
        }

        foreach (var role in Roles(template).Where(r => Uploads(template, r)))
        {
            var unit = role.Text("properties.description").Split(' ')[^1];
            if (Scope(role) != $"{template.Uploads?.Id}/blobServices/default/containers/returns") yield return $"{role.Name}: scope";
            if (definitions.All(d => d.Name != Definition(role))) yield return $"{role.Name}: role";
            if (role.Text("properties.condition") != Condition(unit) || role.Text("properties.conditionVersion") != "2.0") yield return $"{role.Name}: condition";
        }
    }

    private static HashSet<string> Names(Resource permission, string kind) => [.. permission.List(kind).Select(a => a.ToString())];
}
