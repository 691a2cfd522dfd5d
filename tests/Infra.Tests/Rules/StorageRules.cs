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
        new("every account has a lifecycle, and none does more than is meant", Forgotten),
        new("a closed network is closed, and the app is in it", Open),
        new("an account is reached by whom its parameters name", Reached),
        new("a link is valid no longer than it must be", Links),
        new("private endpoints lead to every service that is used", WithoutEndpoint),
        new("the stores are those of the app", Misnamed),
        new("a scan is waited for where there is one", Unscanned),
        new("the scanner comes through a closed network, and only to uploads", Scanner),
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
            // By version an overwrite would succeed and hide what was there.
            if (container is null || container.At("properties.immutableStorageWithVersioning") is not null)
            {
                yield return name;
                continue;
            }

            var policy = template.Of("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies").SingleOrDefault(p => p.IsOf(container));
            if (policy?.Number("properties.immutabilityPeriodSinceCreationInDays") is not >= 1 || policy.Is("properties.allowProtectedAppendWrites"))
                yield return $"{name}: policy";
        }
    }

    private static IEnumerable<string> Forgotten(Template template) =>
        from account in template.Accounts
        let actions = Actions(template, account).ToList()
        let meant = Meant(template, account)
        where actions.Count == 0 || actions.Any(a => !meant.TryGetValue(a.What, out var days) || a.Days < days)
        select $"{account.Name}: {string.Join(", ", actions)}";

    // What may become of which blobs, and after how many days at the soonest.
    private static Dictionary<string, int> Meant(Template template, Resource account)
    {
        if (account.Id == template.Ledger?.Id) return WrittenOnce.ToDictionary(s => $"{s}/ baseBlob.tierToCool.daysAfterModificationGreaterThan", _ => 365);
        if (account.Id != template.Uploads?.Id) return new() { [" version.delete.daysAfterCreationGreaterThan"] = 7 };
        return new()
        {
            [$"{StoreNames.Uploads}/ version.tierToCool.daysAfterCreationGreaterThan"] = 30,
            [$"{StoreNames.Uploads}/ version.delete.daysAfterCreationGreaterThan"] = template.IsProd ? 3650 : 30,
            [$"{OfThePlatform[1]}/ baseBlob.delete.daysAfterModificationGreaterThan"] = 30,
            [$"{OfThePlatform[1]}/ version.delete.daysAfterCreationGreaterThan"] = 30,
        };
    }

    private static IEnumerable<(string What, int Days)> Actions(Template template, Resource account) =>
        from policy in template.Of("Microsoft.Storage/storageAccounts/managementPolicies")
        where policy.IsOf(account)
        from rule in policy.Items("properties.policy.rules")
        where rule.Is("enabled")
        from prefix in rule.List("definition.filters.prefixMatch").Select(p => p.ToString()).DefaultIfEmpty("")
        from blobs in (rule.At("definition.actions") as JsonObject)!
        from action in blobs.Value!.AsObject()
        from condition in action.Value!.AsObject()
        select ($"{prefix} {blobs.Key}.{action.Key}.{condition.Key}", condition.Value!.GetValue<int>());

    private static IEnumerable<string> Reached(Template template)
    {
        string[] offices = [.. template.Addresses.Select(a => $"Allow {a}")];
        var declared = new (Resource? Account, bool Public, string Bypass, string[] Addresses)[]
        {
            (template.State, !template.HasPrivateEndpoints, "AzureServices", []),
            (template.Uploads, true, "AzureServices", offices),
            (template.Ledger, !template.HasPrivateEndpoints || offices.Length > 0, "None", offices),
        };
        return declared.Where(d => d.Account is not { } account
            || account.Text("properties.publicNetworkAccess") != (d.Public ? "Enabled" : "Disabled")
            || account.Text("properties.networkAcls.defaultAction") != (template.IsClosed ? "Deny" : "Allow")
            || account.Text("properties.networkAcls.bypass") != d.Bypass
            || !account.Items("properties.networkAcls.ipRules").Select(r => $"{r.Text("action")} {r.Text("value")}").SequenceEqual(d.Addresses)
            || account.Items("properties.networkAcls.virtualNetworkRules").Count() != (template.IsClosed && !template.HasPrivateEndpoints ? 1 : 0)).Select(d => d.Account?.Name ?? "account");
    }

    // Seven days to upload (README), minutes to read.
    private static IEnumerable<string> Links(Template template) =>
        template.Accounts.Where(a => a.Text("properties.sasPolicy.expirationAction") != "Log"
            || a.Text("properties.sasPolicy.sasExpirationPeriod") != (a.Id == template.Uploads?.Id ? "07.00:00:00" : "00.01:00:00")).Select(a => a.Name);

    private static IEnumerable<string> Scanner(Template template)
    {
        var scanner = $"{template.App.Id.Split("/resourceGroups/")[0]}/providers/Microsoft.Security/datascanners/StorageDataScanner";
        return template.Accounts.Where(a =>
        {
            var comes = a.Items("properties.networkAcls.resourceAccessRules").Select(r => r.Text("resourceId"));
            return !comes.SequenceEqual(template.IsClosed && IsScanned(template, a) ? [scanner] : []);
        }).Select(a => a.Name);
    }

    private static bool IsScanned(Template template, Resource account) =>
        template.Of("Microsoft.Security/defenderForStorageSettings").Any(s => s.IsOf(account) && s.Is("properties.isEnabled") && s.Is("properties.malwareScanning.onUpload.isEnabled"));

    private static IEnumerable<string> Open(Template template)
    {
        if (!template.IsClosed) return [];
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
        if (!template.HasPrivateEndpoints) return [];
        var used = new (Resource? Account, string[] Services)[] { (template.State, ["blob", "queue", "table"]), (template.Uploads, ["blob", "queue"]), (template.Ledger, ["blob", "queue", "table"]) };
        var endpoints = used.SelectMany(u => u.Services.Where(s => u.Account is null || !HasEndpoint(template, u.Account, s)).Select(s => $"{u.Account?.Name} {s}"));
        var named = template.Of("Microsoft.Network/privateEndpoints").Where(e => !template.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Any(g => g.IsOf(e))).Select(e => e.Name);
        return endpoints.Concat(named);
    }

    private static IEnumerable<string> Misnamed(Template template)
    {
        if (template is not { Uploads: { } uploads, Ledger: { } ledger, State: { } state }) return ["accounts"];
        return Differences(template, uploads, [StoreNames.Uploads, OfThePlatform[1]], [], [])
            .Concat(Differences(template, ledger, WrittenOnce, [StoreNames.Facts, StoreNames.Heads, StoreNames.Answers], [StoreNames.ConsolidateYear, StoreNames.EmitReport, StoreNames.AwaitScan]))
            .Concat(Differences(template, state, [OfThePlatform[0]], [], []));
    }

    private static IEnumerable<string> Differences(Template template, Resource account, string[] containers, string[] tables, string[] queues) =>
        new[] { ("blobServices/containers", containers), ("tableServices/tables", tables), ("queueServices/queues", queues) }
            .Where(kind => !template.Stores(account, kind.Item1).Select(s => s.ShortName).Order(StringComparer.Ordinal).SequenceEqual(kind.Item2.Order(StringComparer.Ordinal)))
            .Select(kind => $"{account.Name} {kind.Item1}");

    private static IEnumerable<string> Unscanned(Template template)
    {
        var scans = template.Uploads is { } uploads && IsScanned(template, uploads);
        var waits = template.AppSettings.SingleOrDefault(s => s.Key == "Scan__Required").Value;
        return waits == (scans ? "true" : "false") ? [] : [$"scan {scans}, app waits {waits}"];
    }
}
