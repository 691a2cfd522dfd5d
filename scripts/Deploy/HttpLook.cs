namespace Deploy;

/// <summary>One try at an address that may not answer yet.</summary>
internal static class HttpLook
{
    /// <summary>Waits for a good answer.</summary>
    /// <param name="http">Asks.</param>
    /// <param name="request">What for.</param>
    /// <param name="who">Answers, for people.</param>
    /// <param name="read">What a good answer is read as.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<Look<T>> ReadAsync<T>(this HttpClient http, HttpRequestMessage request, string who, Func<HttpContent, Task<T>> read, CancellationToken ct)
    {
        var look = await http.LookAsync(request, ct);
        using var answer = look.Found;
        return answer is null ? Look<T>.NotYet(look.Reason)
            : answer.IsSuccessStatusCode ? Look<T>.At(await read(answer.Content))
            : Look<T>.NotYet($"{who} answered {(int)answer.StatusCode} {answer.ReasonPhrase}.");
    }

    /// <returns>The answer, whatever it says; nothing where there was none in time.</returns>
    public static async Task<Look<HttpResponseMessage>> LookAsync(this HttpClient http, HttpRequestMessage request, CancellationToken ct)
    {
        using (request)
        {
            try
            {
                return Look<HttpResponseMessage>.At(await http.SendAsync(request, ct));
            }
            catch (HttpRequestException reason)
            {
                return Look<HttpResponseMessage>.NotYet(Secrets.Hide(reason.Message));
            }
            catch (TaskCanceledException) when (!ct.IsCancellationRequested)
            {
                return Look<HttpResponseMessage>.NotYet($"There was no answer within {http.Timeout.TotalSeconds:0} seconds.");
            }
        }
    }
}
