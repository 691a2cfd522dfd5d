using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Deploy;

/// <summary>A right that the smoke test needs and that whoever deploys does not have by deploying: given for its duration, on one account or container.</summary>
/// <param name="Name">Name of the built-in role.</param>
/// <param name="Role">Its id.</param>
/// <param name="Scope">Resource id.</param>
internal sealed record LentRole(string Name, string Role, string Scope)
{
    private const string Delegator = "db58b8e5-c6ad-4a2a-8342-4190687cbf4a";
    private const string Contributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string Reader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";

    /// <summary>To sign a link (which only an account can be asked for), to write below it, and to read receipts.</summary>
    public static IReadOnlyList<LentRole> Of(string subscription, Outputs made)
    {
        string Account(string name) => $"/subscriptions/{subscription}/resourceGroups/{made.ResourceGroup}/providers/Microsoft.Storage/storageAccounts/{name}";
        return
        [
            new("Storage Blob Delegator", Delegator, Account(made.UploadsAccount)),
            new("Storage Blob Data Contributor", Contributor, $"{Account(made.UploadsAccount)}/blobServices/default/containers/returns"),
            new("Storage Blob Data Reader", Reader, $"{Account(made.LedgerAccount)}/blobServices/default/containers/receipts"),
        ];
    }

    /// <summary>Gives it.</summary>
    /// <returns>False when they had it already, so that it is not taken away.</returns>
    public async Task<bool> GiveAsync(Az az, Caller caller, CancellationToken ct)
    {
        var body = Clone.Artifacts("role.json");
        var definition = $"/subscriptions/{az.Subscription}/providers/Microsoft.Authorization/roleDefinitions/{Role}";
        await File.WriteAllTextAsync(
            body, JsonSerializer.Serialize(new { properties = new { roleDefinitionId = definition, principalId = caller.Id, principalType = caller.Type, description = "Smoke test of the deployment" } }), ct);
        var answer = await az.TryAsync(["rest", "--method", "put", "--url", Address(caller), "--body", $"@{body}"], ct);
        if (!answer.Succeeded && !answer.Error.Contains("RoleAssignmentExists", StringComparison.Ordinal))
            throw new DeployException($"The smoke test needs a role on the storage, and it could not be given:{Environment.NewLine}{answer.Error}{Environment.NewLine}Deploy as an owner, or as a contributor who is also Role Based Access Control Administrator.");
        return answer.Succeeded;
    }

    /// <summary>Takes it back.</summary>
    /// <returns>What was said when that failed; null when it is gone.</returns>
    public async Task<string?> TakeBackAsync(Az az, Caller caller, CancellationToken ct)
    {
        var answer = await az.TryAsync(["rest", "--method", "delete", "--url", Address(caller)], ct);
        return answer.Succeeded ? null : answer.Error;
    }

    // The same for the same person, role and place: a run that was cut short is tidied up by the next.
    private string Address(Caller caller) =>
        $"{Scope}/providers/Microsoft.Authorization/roleAssignments/{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Id} {Role} {Scope}"))[..16])}?api-version=2022-04-01";
}
