using System.Net;
using System.Text;
using System.Text.Json;
using Host.Local;

namespace EndToEnd.Tests.Access;

/// <summary>Requests of people to a host, under <c>/api/years/2023</c>.</summary>
internal sealed class Conversation(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    public void Dispose() => http.Dispose();

    public Task<Answer> GetAsync(string who, string path) => SendAsync(who, HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string who, string path, object body) => SendAsync(who, HttpMethod.Post, path, JsonSerializer.Serialize(body, JsonSerializerOptions.Web));

    public async Task<Answer> SendAsync(string who, HttpMethod method, string path, string? json)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/years/2023/{path}".TrimEnd('/'));
        request.Headers.Add(LocalCallers.Header, who);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        return new(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(), answer.Headers.Location);
    }

    /// <summary>What came back.</summary>
    internal sealed record Answer(HttpStatusCode Status, string? Type, string Text, Uri? Location)
    {
        public JsonElement Json => JsonDocument.Parse(Text).RootElement;

        /// <summary>A member of the answer as text.</summary>
        public string this[string name] => Json.GetProperty(name).ToString();
    }
}
