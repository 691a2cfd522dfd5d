using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Deploy;

/// <summary>The app's registration in the directory: its roles, who may ask for tokens for it, and who is a reviewer from the start.</summary>
/// <param name="az">Who registers; they become its owner.</param>
/// <param name="name">Display name by which it is found again.</param>
/// <param name="given">Client id of one that is there already; null when it is to be found by its name.</param>
/// <param name="clock">Whose time passes.</param>
internal sealed class Registration(Az az, string name, string? given, TimeProvider clock)
{
    private const string Graph = "https://graph.microsoft.com/v1.0";
    /// <summary>The Azure command line, as the directory knows it.</summary>
    private const string AzureCli = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
    private const string Scope = "user_impersonation";
    private const string Right = "Registering takes a right in the directory (Application Developer, where not everybody may). Have somebody with it run --phase prepare, "
        + "then put the id it prints into the parameter file as authClientId.";

    // What was just made is not known to every server of the directory at once.
    private readonly Waiting waiting = new(clock, TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(5));

    /// <summary>What it does, for a plan.</summary>
    public static IReadOnlyList<string> Commands =>
    [
        "az ad app create (unless it is there), az rest --method patch: roles, address, scope, tokens of version 2, the Azure command line let in",
        "az ad sp create (unless it is there), az rest --method post: the role reviewer for whoever runs this",
    ];

    // Whoever is logged in stays the same, and what this run has made it need not look for: the directory lists it only after a while.
    private string? me;
    private string? made;

    /// <summary>Its client id; null while there is none.</summary>
    /// <exception cref="DeployException">There are several of the name, or the directory does not tell.</exception>
    public async Task<string?> FindAsync(CancellationToken ct) => given ?? made ?? Text(await FindByNameAsync(ct), "appId");

    /// <summary>Makes it or brings it up to date; what others have put into it stays.</summary>
    /// <param name="reviewers">Object ids, in the directory, of those who get the role reviewer besides whoever runs this.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Its client id.</returns>
    public async Task<string> RunAsync(IEnumerable<string> reviewers, CancellationToken ct)
    {
        var found = given is null ? await FindByNameAsync(ct) : await AskAsync(["ad", "app", "show", "--id", given], ct);
        var app = found ?? await AskAsync(["ad", "app", "create", "--display-name", name, "--sign-in-audience", "AzureADMyOrg"], ct);
        var (objectId, clientId) = (Text(app, "id")!, Text(app, "appId")!);
        var roles = JsonNode.Parse(await File.ReadAllTextAsync(Clone.Infra("app-roles.json"), ct))!.AsArray();
        var api = Api(app, clientId);
        await PatchAsync(
            objectId,
            new()
            {
                ["identifierUris"] = new JsonArray([.. Members(app["identifierUris"]).Select(u => u.GetValue<string>()).Append($"api://{clientId}").Distinct().Select(u => JsonValue.Create(u))]),
                ["appRoles"] = Joined(roles, app["appRoles"], "id"),
                ["api"] = api.DeepClone(),
            },
            ct);
        // A scope must be there before a program can be let in to it.
        api["preAuthorizedApplications"] = Joined([LetIn(api)], api["preAuthorizedApplications"], "appId");
        await PatchAsync(objectId, new() { ["api"] = api }, ct);

        var principal = await FindPrincipalAsync(clientId, ct);
        var reviewer = Text(roles.Single(r => Text(r, "value") == "reviewer"), "id")!;
        foreach (var person in reviewers.Prepend(await FindMeAsync(ct)).Distinct()) await AssignAsync(principal, person, reviewer, ct);
        return made = clientId;
    }

    private async Task<JsonNode?> FindByNameAsync(CancellationToken ct)
    {
        var found = (await AskAsync(["ad", "app", "list", "--filter", $"displayName eq '{name}'"], ct)).AsArray();
        if (found.Count == 1) await RequireMineAsync(Text(found[0], "appId")!, ct);
        return found.Count <= 1 ? found.FirstOrDefault()
            : throw new DeployException($"There are {found.Count} registrations called {name}. Put the id of the right one into the parameter file as authClientId: {string.Join(", ", found.Select(f => Text(f, "appId")))}.");
    }

    // Anybody in the directory may call a registration what they like, and its owner says who is an administrator.
    private async Task RequireMineAsync(string clientId, CancellationToken ct)
    {
        var id = await FindMeAsync(ct);
        if (Members(await AskAsync(["ad", "app", "owner", "list", "--id", clientId], ct)).All(owner => Text(owner, "id") != id))
            throw new DeployException($"The registration {clientId} is called {name}, and you are none of its owners. If it is the office's, put the id into the parameter file as authClientId.");
    }

    private async Task<string> FindMeAsync(CancellationToken ct) => me ??= (await Caller.FindAsync(az, ct)).Id;

    /// <summary>What is asked of tokens: version 2, and a scope for people.</summary>
    private static JsonObject Api(JsonNode app, string clientId)
    {
        var api = app["api"]?.DeepClone().AsObject() ?? [];
        api["requestedAccessTokenVersion"] = 2;
        var scopes = Members(api["oauth2PermissionScopes"]).ToList();
        if (!scopes.Any(s => Text(s, "value") == Scope))
        {
            api["oauth2PermissionScopes"] = Joined(
                [
                    new JsonObject
                    {
                        ["id"] = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{clientId} {Scope}"))[..16]).ToString(), ["value"] = Scope, ["type"] = "User", ["isEnabled"] = true,
                        ["adminConsentDisplayName"] = "Fund reporting", ["adminConsentDescription"] = "Calls the fund reporting app as the person who is logged in",
                        ["userConsentDisplayName"] = "Fund reporting", ["userConsentDescription"] = "Calls the fund reporting app in your name",
                    },
                ],
                api["oauth2PermissionScopes"],
                "id");
        }

        return api;
    }

    /// <summary>The Azure command line may ask for tokens in the name of who is logged in, without a consent of each.</summary>
    private static JsonObject LetIn(JsonObject api) => new()
    {
        ["appId"] = AzureCli,
        ["delegatedPermissionIds"] = new JsonArray(JsonValue.Create(Text(Members(api["oauth2PermissionScopes"]).Single(s => Text(s, "value") == Scope), "id"))),
    };

    private async Task<string> FindPrincipalAsync(string clientId, CancellationToken ct)
    {
        var there = await az.TryAsync(["ad", "sp", "show", "--id", clientId], ct);
        return there.Succeeded ? Text(JsonNode.Parse(there.Output), "id")! : await waiting.ForAsync(
            $"the enterprise application of {clientId}", Right, () => LookAsync(["ad", "sp", "create", "--id", clientId], answer => Text(JsonNode.Parse(answer), "id")!, null, ct), ct);
    }

    private async Task AssignAsync(string principal, string person, string role, CancellationToken ct)
    {
        var body = await BodyAsync(new JsonObject { ["principalId"] = person, ["resourceId"] = principal, ["appRoleId"] = role }, ct);
        await waiting.ForAsync(
            $"the role reviewer for {person}", "Give it in the portal: Enterprise applications, Users and groups.",
            () => LookAsync(["rest", "--method", "post", "--url", $"{Graph}/servicePrincipals/{principal}/appRoleAssignedTo", "--body", body], _ => true, "already exists", ct), ct);
    }

    // What is not known yet is asked for again, a no that says that it is there already is well, and any other is final.
    private async Task<Look<T>> LookAsync<T>(IReadOnlyList<string> arguments, Func<string, T> read, string? there, CancellationToken ct)
    {
        var answer = await az.TryAsync(arguments, ct);
        if (answer.Succeeded || (there is not null && answer.Error.Contains(there, StringComparison.OrdinalIgnoreCase))) return Look<T>.At(read(answer.Output));
        return NotKnownYet(answer.Error) ? Look<T>.NotYet(answer.Error) : throw new DeployException($"{answer.Error}{Environment.NewLine}{Right}");
    }

    private static bool NotKnownYet(string error) =>
        error.Contains("does not exist", StringComparison.OrdinalIgnoreCase) || error.Contains("ResourceNotFound", StringComparison.OrdinalIgnoreCase)
        || error.Contains("does not reference a valid", StringComparison.OrdinalIgnoreCase);

    private async Task PatchAsync(string objectId, JsonObject change, CancellationToken ct)
    {
        var body = await BodyAsync(change, ct);
        await waiting.ForAsync(
            $"the registration {name}", Right, () => LookAsync(["rest", "--method", "patch", "--url", $"{Graph}/applications/{objectId}", "--body", body], _ => true, null, ct), ct);
    }

    private static async Task<string> BodyAsync(JsonObject content, CancellationToken ct)
    {
        var file = Clone.Artifacts("registration.json");
        await File.WriteAllTextAsync(file, content.ToJsonString(), ct);
        return $"@{file}";
    }

    private async Task<JsonNode> AskAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var answer = await az.TryAsync(arguments, ct);
        return answer.Succeeded ? JsonNode.Parse(answer.Output)! : throw new DeployException($"{answer.Error}{Environment.NewLine}{Right}");
    }

    /// <summary>Ours, and of the others those that are not ours: the directory refuses a list from which something in use is missing.</summary>
    private static JsonArray Joined(JsonArray ours, JsonNode? others, string key)
    {
        var joined = ours.DeepClone().AsArray();
        var taken = joined.Select(o => Text(o, key)).ToHashSet();
        foreach (var other in Members(others).Where(o => !taken.Contains(Text(o, key)))) joined.Add(other.DeepClone());
        return joined;
    }

    private static IEnumerable<JsonNode> Members(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonNode>();

    private static string? Text(JsonNode? from, string name) => from?[name]?.GetValue<string>();
}
