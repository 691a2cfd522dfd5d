namespace Deploy;

/// <summary>One try at an address that may not answer yet.</summary>
internal static class HttpLook
{
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
