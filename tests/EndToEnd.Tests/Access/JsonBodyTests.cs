using System.Text;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Pipeline.Rules;

namespace EndToEnd.Tests.Access;

public sealed class JsonBodyTests
{
    private const string Good = """{"submission":"ab","cells":[{"sheet":"S01","cell":"H9","reason":"核对"}],"due":"2024-03-01"}""";

    [Fact]
    public async Task A_body_as_it_should_be_is_read()
    {
        var (wish, fault) = await ReadAsync(Good);

        Assert.Null(fault);
        Assert.Equal(("ab", new TicketCell("S01", "H9", "核对"), new DateOnly(2024, 3, 1), null), (wish!.Submission, wish.Cells[0], wish.Due, wish.Note));
    }

    [Theory]
    [InlineData("""{"cells":[],"due":"2024-03-01"}""", "submission")]
    [InlineData("""{"submission":null,"cells":[],"due":"2024-03-01"}""", "submission")]
    [InlineData("""{"submission":1,"cells":[],"due":"2024-03-01"}""", "submission")]
    [InlineData("""{"submission":"ab","cells":{},"due":"2024-03-01"}""", "cells")]
    [InlineData("""{"submission":"ab","cells":[{"sheet":"S01","reason":""}],"due":"2024-03-01"}""", "cells[0].cell")]
    [InlineData("""{"submission":"ab","cells":[null],"due":"2024-03-01"}""", "cells[0]")]
    [InlineData("""{"submission":"ab","cells":[],"due":"tomorrow"}""", "due")]
    [InlineData("""{"submission":"ab","cells":[],"due":"2024-03-01","unit":"430200"}""", "unit")]
    [InlineData("""{"submission":"ab","cells":[],"due":"2024-03-01","Due":"2024-03-01"}""", "Due")]
    [InlineData("""{"submission":"ab","submission":"cd","cells":[],"due":"2024-03-01"}""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("{", null)]
    [InlineData("", null)]
    public async Task A_body_that_is_wrong_is_refused_and_the_field_named(string json, string? field)
    {
        var (wish, fault) = await ReadAsync(json);

        Assert.Null(wish);
        Assert.Equal((400, field), (fault!.Status, fault.Field));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_not_read_whatever_its_header_says(bool declared)
    {
        var body = new MemoryStream(new byte[JsonBody.Limit * 4]);
        var request = Request(body, "application/json");
        request.ContentLength = declared ? body.Length : 10;

        var (_, fault) = await JsonBody.ReadAsync<Wish>(request, default);

        Assert.Equal(413, fault!.Status);
        Assert.True(body.Position <= JsonBody.Limit + 1);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_body_that_a_form_of_another_site_could_send_is_not_read(string? type) => Assert.Equal(
        415, (await JsonBody.ReadAsync<Wish>(Request(new MemoryStream(Encoding.UTF8.GetBytes(Good)), type), default)).Fault!.Status);

    private static Task<(Wish? Value, BodyFault? Fault)> ReadAsync(string json) =>
        JsonBody.ReadAsync<Wish>(Request(new MemoryStream(Encoding.UTF8.GetBytes(json)), "application/json; charset=utf-8"), default);

    private static HttpRequest Request(Stream body, string? type)
    {
        var request = new DefaultHttpContext().Request;
        (request.Body, request.ContentType) = (body, type);
        return request;
    }

    private sealed record Wish(string Submission, IReadOnlyList<TicketCell> Cells, DateOnly Due, string? Note = null);
}
