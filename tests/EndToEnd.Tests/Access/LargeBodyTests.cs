using System.Net;
using System.Net.Http.Headers;
using Host.Http;
using Host.Local;

namespace EndToEnd.Tests.Access;

/// <summary>Bodies that are too large, over a socket: whoever sends one gets to read why it is not taken.</summary>
public sealed class LargeBodyTests(OneKnownYear one) : IClassFixture<OneKnownYear>
{
    // More than Kestrel takes by itself.
    private const int Large = 40_000_000;

    [Theory]
    [InlineData(DocumentBody.Limit + 1, false)]
    [InlineData(DocumentBody.Limit + 1, true)]
    [InlineData(Large, false)]
    [InlineData(Large, true)]
    [InlineData((int)RequestBody.Limit, false)]
    public async Task A_document_that_is_too_large_is_answered_so(int length, bool chunked)
    {
        using var answer = await PostAsync("report/refresh", DocumentBody.Type, new MemoryStream(new byte[length]), chunked);

        await AssertTooLargeAsync(answer, "20 MB");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task So_is_JSON(bool chunked)
    {
        using var answer = await PostAsync("what-if", "application/json", new MemoryStream(new byte[Large]), chunked);

        await AssertTooLargeAsync(answer, "256 KB");
    }

    [Fact]
    public async Task Who_sends_slowly_is_answered_as_well()
    {
        // Longer than Kestrel by itself goes on reading a request that was answered.
        using var answer = await PostAsync("report/refresh", DocumentBody.Type, new Pausing(new byte[Large], TimeSpan.FromSeconds(7)), chunked: false);

        await AssertTooLargeAsync(answer, "20 MB");
    }

    [Fact]
    public async Task A_large_body_of_another_kind_is_answered_by_its_kind()
    {
        using var answer = await PostAsync("report/refresh", "application/pdf", new MemoryStream(new byte[Large]), chunked: false);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string type, Stream body, bool chunked)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(one.Year.Address, $"/api/years/2023/{path}")) { Content = new StreamContent(body) };
        request.Headers.Add(LocalCallers.Header, People.Reviewer);
        request.Headers.TransferEncodingChunked = chunked;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await http.SendAsync(request);
    }

    private static async Task AssertTooLargeAsync(HttpResponseMessage answer, string limit)
    {
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(limit, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Bytes that stop for a while in the middle.</summary>
    private sealed class Pausing(byte[] bytes, TimeSpan pause) : MemoryStream(bytes)
    {
        private bool paused;

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[bufferSize];
            while (await ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                if (paused || Position < Length / 2) continue;
                paused = true;
                await destination.FlushAsync(cancellationToken);
                await Task.Delay(pause, cancellationToken);
            }
        }
    }
}
