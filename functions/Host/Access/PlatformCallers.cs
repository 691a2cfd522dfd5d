using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Host.Access;

/// <summary>Callers as the platform's authentication names them, in a header that it alone can write: it takes the header away from what comes in from outside.</summary>
/// <remarks>Without that authentication anybody could write the header. So it is believed only where the setting <c>Access__Mode</c> is <c>Platform</c>, which the
/// deployment sets together with the authentication, and never where the platform itself says (<c>WEBSITE_AUTH_ENABLED</c>) that it is off. Otherwise nobody is known.</remarks>
internal sealed class PlatformCallers(IConfiguration settings) : ICallers
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    // Of what the directory may say about a person, what names them for good comes first.
    private static readonly string[] IdClaims =
        ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier", "sub"];

    private static readonly string[] NameClaims = ["name", "preferred_username"];

    private readonly bool trusted = settings["Access:Mode"] == "Platform"
        && !string.Equals(settings["WEBSITE_AUTH_ENABLED"], "False", StringComparison.OrdinalIgnoreCase);

    public Caller? Find(HttpRequest request) =>
        trusted && request.Headers[Header] is [{ Length: > 0 } header] && TryRead(header, out var principal) ? Describe(principal) : null;

    private static Caller? Describe(Principal principal)
    {
        if (principal.Provider is not { Length: > 0 } provider || First(principal, IdClaims) is not { } id) return null;
        var roles = All(principal, principal.RoleType ?? "roles").Concat(All(principal, "roles")).ToHashSet(StringComparer.Ordinal);
        var units = roles.Where(r => r.StartsWith(RoleNames.UnitPrefix, StringComparison.Ordinal)).Select(r => r[RoleNames.UnitPrefix.Length..])
            .Concat(All(principal, "unit")).ToHashSet(StringComparer.Ordinal);
        var name = First(principal, NameClaims) ?? (principal.NameType is { } type ? First(principal, type) : null) ?? id;
        return Caller.Of($"{provider}:{id}", name, roles, units);
    }

    private static string? First(Principal principal, params string[] types) => types.SelectMany(type => All(principal, type)).FirstOrDefault();

    private static IEnumerable<string> All(Principal principal, string type) =>
        (principal.Claims ?? []).Where(c => c?.Type == type && !string.IsNullOrWhiteSpace(c.Value)).Select(c => c!.Value!.Trim());

    private static bool TryRead(string header, [NotNullWhen(true)] out Principal? principal)
    {
        try
        {
            principal = JsonSerializer.Deserialize<Principal>(Convert.FromBase64String(header));
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            principal = null;
        }
        return principal is not null;
    }

    private sealed record Principal(
        [property: JsonPropertyName("auth_typ")] string? Provider,
        [property: JsonPropertyName("name_typ")] string? NameType,
        [property: JsonPropertyName("role_typ")] string? RoleType,
        [property: JsonPropertyName("claims")] IReadOnlyList<Claim?>? Claims);

    private sealed record Claim([property: JsonPropertyName("typ")] string? Type, [property: JsonPropertyName("val")] string? Value);
}
