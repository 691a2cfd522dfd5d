using Pipeline.Ledger;

namespace Infra.Tests.Rules;

/// <summary>What must hold of the accounts and what lies in them.</summary>
internal static class StorageRules
{
    private static readonly string[] WrittenOnce = [StoreNames.Receipts, StoreNames.Snapshots, StoreNames.Reports];

    // The first is the host's, the second that of events nobody took.
    private static readonly string[] OfThePlatform = ["packages", "undelivered"];

    public static IEnumerable<Rule> All =>
    [
        new("there are three accounts", t => t.Accounts.Count == 3 && t is { Uploads: not null, Ledger: not null } && t.Uploads.Id != t.Ledger.Id ? [] : ["accounts"]),
        new("no account takes shared keys", t => t.Accounts.Where(a => a.At("properties.allowSharedKeyAccess")?.ToString() != "false" || a.Is("properties.isLocalUserEnabled")).Select(a => a.Name)),
        new("nothing is public", Public),
        new("storage speaks TLS 1.2", t => t.Accounts.Where(a => a.Text("properties.minimumTlsVersion") != "TLS1_2" || !a.Is("properties.supportsHttpsTrafficOnly")).Select(a => a.Name)),
        new("deleted and overwritten blobs can be had back", Lost),
        new("papers are written once", Changeable),
        new("every account has a lifecycle, and none forgets a paper", Forgotten),
        new("a closed network is closed, and the app is in it", Open),
        new("private endpoints lead to every service that is used", WithoutEndpoint),
        new("the stores are those of the app", Misnamed),
        new("a scan is waited for where there is one", Unscanned),
    ];

    private static IEnumerable<string> Public(Template template) =>
        template.Accounts.Where(a => a.At("properties.allowBlobPublicAccess")?.ToString() != "false").Select(a => a.Name)
            .Concat(template.Accounts.SelectMany(a => template.Stores(a, "blobServices/containers")).Where(c => c.Text("properties.publicAccess") != "None").Select(c => c.Id));

    private static IEnumerable<string> Lost(Template template) =>
        from account in template.Accounts
        let blobs = template.Stores(account, "blobServices").SingleOrDefault()
        where blobs is null || !blobs.Is("properties.isVersioningEnabled")
            || !blobs.Is("properties.deleteRetentionPolicy.enabled") || blobs.Number("properties.deleteRetentionPolicy.days") is not >= 7
            || !blobs.Is("properties.containerDeleteRetentionPolicy.enabled") || blobs.Number("properties.containerDeleteRetentionPolicy.days") is not >= 7
        select account.Name;

    private static IEnumerable<string> Changeable(Template template)
    {
        foreach (var name in WrittenOnce)
        {
            var container = template.Ledger is { } ledger ? template.Stores(ledger, "blobServices/containers").SingleOrDefault(c => c.ShortName == name) : null;
            if (container is null || !container.Is("properties.immutableStorageWithVersioning.enabled"))
            {
                yield return name;
                continue;
            }

            var policy = template.Of("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies").SingleOrDefault(p => p.IsOf(container));
            if (policy?.Number("properties.immutabilityPeriodSinceCreationInDays") is not >= 1 || policy.Is("properties.allowProtectedAppendWrites"))
                yield return $"{name}: policy";
        }
    }

    private static IEnumerable<string> Forgotten(Template template)
    {
        foreach (var account in template.Accounts)
        {
            var rules = template.Of("Microsoft.Storage/storageAccounts/managementPolicies").Where(p => p.IsOf(account))
                .SelectMany(p => p.Items("properties.policy.rules")).Where(r => r.Is("enabled")).ToList();
            if (rules.Count == 0) yield return account.Name;
            foreach (var rule in rules.Where(r => r.At("definition.actions.baseBlob.delete") is not null))
            {
                var prefixes = rule.List("definition.filters.prefixMatch").Select(p => p.ToString()).ToList();
                if (prefixes.Count == 0 || prefixes.Any(p => WrittenOnce.Append(StoreNames.Uploads).Any(s => $"{s}/".StartsWith(p, StringComparison.Ordinal) || p.StartsWith($"{s}/", StringComparison.Ordinal))))
                    yield return $"{account.Name}: {rule.Name}";
            }
        }
    }

    private static IEnumerable<string> Open(Template template)
    {
        if (!template.Of("Microsoft.Network/virtualNetworks").Any()) return [];
        var inside = template.App.Text("properties.virtualNetworkSubnetId").EndsWith("/subnets/app", StringComparison.Ordinal) ? [] : new[] { "app" };
        return template.Accounts.Where(a => a.Text("properties.networkAcls.defaultAction") != "Deny" || !(HasEndpoint(template, a, "blob") || Knows(a, template.App)))
            .Select(a => a.Name).Concat(inside);
    }

    private static bool Knows(Resource account, Resource app) =>
        account.Items("properties.networkAcls.virtualNetworkRules").Any(r => r.Id == app.Text("properties.virtualNetworkSubnetId") && r.Text("action") == "Allow");

    private static bool HasEndpoint(Template template, Resource account, string service) =>
        template.Of("Microsoft.Network/privateEndpoints").SelectMany(e => e.Items("properties.privateLinkServiceConnections"))
            .Any(c => c.Text("properties.privateLinkServiceId") == account.Id && c.List("properties.groupIds").Any(g => g.ToString() == service));

    private static IEnumerable<string> WithoutEndpoint(Template template)
    {
        if (!template.Of("Microsoft.Network/privateEndpoints").Any()) return [];
        var used = new (Resource? Account, string[] Services)[] { (template.State, ["blob", "queue", "table"]), (template.Uploads, ["blob", "queue"]), (template.Ledger, ["blob", "queue", "table"]) };
        var endpoints = used.SelectMany(u => u.Services.Where(s => u.Account is null || !HasEndpoint(template, u.Account, s)).Select(s => $"{u.Account?.Name} {s}"));
        var named = template.Of("Microsoft.Network/privateEndpoints").Where(e => !template.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Any(g => g.IsOf(e))).Select(e => e.Name);
        return endpoints.Concat(named);
    }

    private static IEnumerable<string> Misnamed(Template template)
    {
        if (template is not { Uploads: { } uploads, Ledger: { } ledger, State: { } state }) return ["accounts"];
        return Differences(template, uploads, [StoreNames.Uploads, OfThePlatform[1]], [], [])
            .Concat(Differences(template, ledger, WrittenOnce, [StoreNames.Facts, StoreNames.Heads, StoreNames.Answers], [StoreNames.ConsolidateYear, StoreNames.EmitReport]))
            .Concat(Differences(template, state, [OfThePlatform[0]], [], []));
    }

    private static IEnumerable<string> Differences(Template template, Resource account, string[] containers, string[] tables, string[] queues) =>
        new[] { ("blobServices/containers", containers), ("tableServices/tables", tables), ("queueServices/queues", queues) }
            .Where(kind => !template.Stores(account, kind.Item1).Select(s => s.ShortName).Order(StringComparer.Ordinal).SequenceEqual(kind.Item2.Order(StringComparer.Ordinal)))
            .Select(kind => $"{account.Name} {kind.Item1}");

    private static IEnumerable<string> Unscanned(Template template)
    {
        var scans = template.Of("Microsoft.Security/defenderForStorageSettings")
            .Any(s => template.Uploads is { } uploads && s.IsOf(uploads) && s.Is("properties.isEnabled") && s.Is("properties.malwareScanning.onUpload.isEnabled"));
        var waits = template.AppSettings.SingleOrDefault(s => s.Key == "Scan__Required").Value;
        return waits == (scans ? "true" : "false") ? [] : [$"scan {scans}, app waits {waits}"];
    }
}
