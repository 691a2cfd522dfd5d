using System.Text;
using System.Text.Json;

namespace Deploy;

/// <summary>Who deploys, as the directory knows them.</summary>
/// <param name="Id">Object id.</param>
/// <param name="Type">What a role assignment calls their kind.</param>
internal sealed record Caller(string Id, string Type)
{
    /// <summary>Reads it from their token for Azure itself, which asks no right of the directory.</summary>
    public static async Task<Caller> FindAsync(Az az, CancellationToken ct)
    {
        var token = await az.AskAsync(["account", "get-access-token"], ct);
        var claims = JsonDocument.Parse(Decode(token.GetProperty("accessToken").GetString()!.Split('.')[1])).RootElement;
        var isProgram = claims.TryGetProperty("idtyp", out var kind) && kind.GetString() == "app";
        return new Caller(claims.GetProperty("oid").GetString()!, isProgram ? "ServicePrincipal" : "User");
    }

    private static string Decode(string part)
    {
        var padded = part.Replace('-', '+').Replace('_', '/');
        return Encoding.UTF8.GetString(Convert.FromBase64String(padded.PadRight((padded.Length + 3) / 4 * 4, '=')));
    }
}
