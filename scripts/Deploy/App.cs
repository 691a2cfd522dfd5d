using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Deploy;

/// <summary>The deployed app over HTTP, asked by whoever deploys.</summary>
/// <param name="made">Where it is.</param>
/// <param name="http">Carries no credentials of its own.</param>
/// <param name="waiting">How long an app that is starting may be unable to answer.</param>
internal sealed class App(Outputs made, HttpClient http, Waiting waiting)
{
    private AuthenticationHeaderValue? token;

    /// <summary>Whether the process answers; anyone may ask.</summary>
    public Task<Look<bool>> LiveAsync(CancellationToken ct) =>
        http.ReadAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(made.Address, "/api/health/live")), "It", _ => Task.FromResult(true), ct);

    /// <summary>Gets a token for the app from the login of az.</summary>
    /// <exception cref="DeployException">The app has no authentication, or its registration lets az not ask.</exception>
    public async Task SignInAsync(Az az, CancellationToken ct)
    {
        var site = $"/subscriptions/{az.Subscription}/resourceGroups/{made.ResourceGroup}/providers/Microsoft.Web/sites/{made.FunctionApp}";
        var settings = await az.AskAsync(["rest", "--method", "get", "--url", $"{site}/config/authsettingsV2?api-version=2024-04-01"], ct);
        if (Find(settings, "properties", "identityProviders", "azureActiveDirectory", "registration", "clientId")?.GetString() is not { Length: > 0 } client)
            throw new DeployException($"The app {made.FunctionApp} has no Entra authentication, so that it lets nobody in. Run --phase prepare --phase provision (with azd: azd provision).");
        var answer = await az.TryAsync(["account", "get-access-token", "--scope", $"api://{client}/.default"], ct);
        if (!answer.Succeeded)
            throw new DeployException($"No token for the app could be had:{Environment.NewLine}{answer.Error}{Environment.NewLine}Run --phase prepare, which lets the Azure command line in, or have an owner of the registration {client} run it.");
        token = new AuthenticationHeaderValue("Bearer", JsonDocument.Parse(answer.Output).RootElement.GetProperty("accessToken").GetString());
    }

    /// <summary>版本号 of the return in force; 0 before the first.</summary>
    public async Task<int> VersionAsync(int year, string unit, CancellationToken ct)
    {
        using var answer = await GetAsync($"/api/years/{year}/units/{unit}", ct);
        if (!answer.IsSuccessStatusCode) throw new DeployException($"How {unit} stands was answered {(int)answer.StatusCode}. Look at the app's log.");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("version").GetInt32();
    }

    /// <summary>Asks for something only people with a role get.</summary>
    /// <exception cref="DeployException">They have none.</exception>
    public async Task<HttpResponseMessage> GetAsync(string path, CancellationToken ct)
    {
        var answer = await waiting.ForAsync(
            $"an answer to {path}", "Look at the app's log.",
            async () =>
            {
                var look = await http.LookAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(made.Address, path)) { Headers = { Authorization = token } }, ct);
                if (look.Found is not { StatusCode: >= HttpStatusCode.InternalServerError } fault) return look;
                fault.Dispose();
                return Look<HttpResponseMessage>.NotYet($"It answered {(int)fault.StatusCode}.");
            },
            ct);
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => throw new DeployException($"{path} was answered 401: the app does not take the token. Run --phase prepare --phase provision."),
            HttpStatusCode.Forbidden => throw new DeployException($"{path} was answered 403: whoever deploys has no app role. Have an owner of the registration run --phase prepare --reviewer <object id>, then log in anew."),
            _ => answer,
        };
    }

    /// <summary>Follows a link, which needs no token.</summary>
    public Task<Look<byte[]>> FollowAsync(Uri link, CancellationToken ct) =>
        http.ReadAsync(new HttpRequestMessage(HttpMethod.Get, link), "The storage", content => content.ReadAsByteArrayAsync(ct), ct);

    private static JsonElement? Find(JsonElement from, params string[] path)
    {
        foreach (var name in path)
        {
            if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(name, out from)) return null;
        }

        return from.ValueKind == JsonValueKind.String ? from : null;
    }
}
