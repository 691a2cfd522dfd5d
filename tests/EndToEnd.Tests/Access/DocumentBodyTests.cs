using Host.Http;
using Microsoft.AspNetCore.Http;

namespace EndToEnd.Tests.Access;

public sealed class DocumentBodyTests
{
    [Theory]
    [InlineData(DocumentBody.Type)]
    [InlineData("application/octet-stream")]
    public async Task A_document_of_the_largest_size_is_read(string type)
    {
        var sent = new byte[DocumentBody.Limit];
        sent[^1] = 7;

        var (document, fault) = await DocumentBody.ReadAsync(Request(new MemoryStream(sent), type), default);

        Assert.Null(fault);
        Assert.Equal((DocumentBody.Limit, 7), (document!.Length, document[^1]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_document_that_is_too_large_is_not_held_whatever_its_header_says(bool declared)
    {
        var body = new MemoryStream(new byte[DocumentBody.Limit * 2]);
        var request = Request(body, DocumentBody.Type);
        request.ContentLength = declared ? body.Length : 10;

        var (document, fault) = await DocumentBody.ReadAsync(request, default);

        Assert.Null(document);
        Assert.Equal(413, fault!.Status);
        Assert.InRange(body.Position, 0, declared ? 0 : DocumentBody.Limit + 100_000);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_body_that_a_form_of_another_site_could_send_is_not_read(string? type) =>
        Assert.Equal(415, (await DocumentBody.ReadAsync(Request(new MemoryStream([1]), type), default)).Fault!.Status);

    private static HttpRequest Request(Stream body, string? type)
    {
        var request = new DefaultHttpContext().Request;
        (request.Body, request.ContentType) = (body, type);
        return request;
    }
}
