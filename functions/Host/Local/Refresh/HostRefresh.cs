using System.Net.Http.Headers;
using System.Text.Json;
using Host.Http;
using Host.Local.Provenance;

namespace Host.Local.Refresh;

/// <summary>A refresh by a host that holds the data.</summary>
internal static class HostRefresh
{
    /// <param name="host">Its address, <c>http://127.0.0.1:7071</c>.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="document">The edited DOCX.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="CannotAnswerException">It refused; the message says why.</exception>
    /// <exception cref="HttpRequestException">It does not answer.</exception>
    public static async Task<RefreshOutcome> AskAsync(Uri host, int year, byte[] document, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = host };
        using var content = new ByteArrayContent(document);
        content.Headers.ContentType = new MediaTypeHeaderValue(DocumentBody.Type);
        using var answer = await http.PostAsync(new Uri($"/api/years/{year}/report/refresh?answer=json", UriKind.Relative), content, ct);
        try
        {
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
            if (!answer.IsSuccessStatusCode) throw new CannotAnswerException(Text(json.RootElement, "detail"));
            return new RefreshOutcome(
                json.RootElement.GetProperty("document").GetBytesFromBase64(),
                [.. json.RootElement.GetProperty("changes").EnumerateArray().Select(c => new OutcomeChange(Text(c, "id"), Text(c, "label"), Text(c, "from"), Text(c, "to"), Text(c, "sentence")))],
                [.. json.RootElement.GetProperty("findings").EnumerateArray().Select(f => new OutcomeFinding(Text(f, "message"), Text(f, "sentence")))]);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new CannotAnswerException($"{host} 没有给出可用的答复（{(int)answer.StatusCode}），请核对地址。");
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
