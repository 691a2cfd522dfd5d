using System.Net;
using System.Text.Json;

namespace Deploy;

/// <summary>The report's link leads to a document.</summary>
/// <param name="app">Where it is asked for.</param>
/// <param name="waiting">How long the report may take.</param>
/// <param name="expected">Whether there must be one: the sample's year is over, so that its report follows from any return.</param>
internal sealed class ReportCheck(App app, Waiting waiting, bool expected)
{
    /// <returns>What was found, for people.</returns>
    public async Task<string> RunAsync(Az az, Outputs made, int year, CancellationToken ct)
    {
        var first = await LookAsync(year, ct);
        if (first.Document is { IsThere: true, Found: var size }) return Found(year, size);
        if (!first.Published && !expected) return $"no report of {year} yet; the app said so to a caller it knows";
        if (!first.Published) await AskToCloseAsync(az, made, ct);
        return Found(year, await waiting.ForAsync(
            $"the report of {year}",
            $"GET /api/years/{year} tells in its note why there is none. If the storage refuses its link, this machine's address is not among allowedAddresses: run --phase smoke from one that is.", async () => (await LookAsync(year, ct)).Document, ct));
    }

    private static async Task AskToCloseAsync(Az az, Outputs made, CancellationToken ct)
    {
        // The timer looks once an hour; it is asked to look now, through Azure's own door, so that no key of the app is handled.
        var body = Clone.Artifacts("run.json");
        await File.WriteAllTextAsync(body, """{"input":""}""", ct);
        var site = $"/subscriptions/{az.Subscription}/resourceGroups/{made.ResourceGroup}/providers/Microsoft.Web/sites/{made.FunctionApp}";
        var asked = await az.TryAsync(["rest", "--method", "post", "--url", $"{site}/hostruntime/admin/functions/CloseYear?api-version=2024-04-01", "--body", $"@{body}"], ct);
        if (!asked.Succeeded)
            throw new DeployException($"The sample is in force, but CloseYear could not be asked to look now:{Environment.NewLine}{asked.Error}{Environment.NewLine}It looks by itself at five past every hour; after that, run the script again with --phase smoke.");
    }

    private static string Found(int year, int size) => $"report of {year}: {size / 1024} KB by its link";

    /// <summary>Whether the app has a report, and its bytes as far as the link leads to them.</summary>
    private async Task<(bool Published, Look<int> Document)> LookAsync(int year, CancellationToken ct)
    {
        using var answer = await app.GetAsync($"/api/years/{year}/report", ct);
        if (answer.StatusCode == HttpStatusCode.NotFound) return (false, Look<int>.NotYet(await ReasonAsync(answer, ct)));
        if (answer.StatusCode != HttpStatusCode.Found || answer.Headers.Location is not { } link)
            throw new DeployException($"The report was answered {(int)answer.StatusCode}, which is neither a link nor its absence. Look at the app's log.");
        var (isThere, document, reason) = await app.FollowAsync(link, ct);
        if (!isThere) return (true, Look<int>.NotYet(reason));
        return document is [(byte)'P', (byte)'K', ..] ? (true, Look<int>.At(document.Length)) : throw new DeployException("The report's link leads to something that is no document.");
    }

    private static async Task<string> ReasonAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var said = await answer.Content.ReadAsStringAsync(ct);
        try
        {
            return JsonDocument.Parse(said).RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() ?? "" : "";
        }
        catch (JsonException)
        {
            throw new DeployException("The report was answered 404 by something that is not the app. Is the code published?");
        }
    }
}
