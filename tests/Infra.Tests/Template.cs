using Pipeline.Ledger;

namespace Infra.Tests;

/// <summary>All that a template makes of its parameters, modules and all.</summary>
/// <param name="resources">What it makes.</param>
/// <param name="addresses">Public addresses that its parameters let in.</param>
internal sealed class Template(IReadOnlyList<JsonObject> resources, IReadOnlyList<string> addresses)
{
    private const string Account = "Microsoft.Storage/storageAccounts";

    public IReadOnlyList<Resource> All { get; } = [.. resources.Select(r => new Resource(r))];

    public IReadOnlyList<string> Addresses => addresses;

    public bool IsProd => Of("Microsoft.Resources/resourceGroups").Single().Text("tags.environment") == "prod";

    public bool IsClosed => Of("Microsoft.Network/virtualNetworks").Any();

    public bool HasPrivateEndpoints => Of("Microsoft.Network/privateEndpoints").Any();

    public IReadOnlyList<Resource> Accounts => [.. Of(Account)];

    /// <summary>The account with the container of uploads; null when there is none.</summary>
    public Resource? Uploads => AccountWith(StoreNames.Uploads);

    public Resource? Ledger => AccountWith(StoreNames.Receipts);

    /// <summary>The host's own: neither of the others.</summary>
    public Resource? State => Accounts.FirstOrDefault(a => a.Id != Uploads?.Id && a.Id != Ledger?.Id);

    public Resource App => Of("Microsoft.Web/sites").Single();

    /// <summary>What the app is told, by name. The value is an expression where only Azure can work it out.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> AppSettings =>
        [.. App.Items("properties.siteConfig.appSettings").Select(s => KeyValuePair.Create(s.Name, s.Text("value")))];

    public IEnumerable<Resource> Of(string type) => All.Where(r => r.Type == type);

    /// <summary>Containers, tables or queues of an account, by name.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="kind">Such as <c>blobServices/containers</c>.</param>
    public IReadOnlyList<Resource> Stores(Resource account, string kind) => [.. Of($"{Account}/{kind}").Where(r => r.IsOf(account))];

    /// <summary>A copy that can be changed.</summary>
    public List<JsonObject> Copy() => [.. All.Select(r => r.Json.DeepClone().AsObject())];

    private Resource? AccountWith(string container) =>
        Accounts.FirstOrDefault(a => Stores(a, "blobServices/containers").Any(c => c.ShortName == container));
}
