using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Host.Http;

/// <summary>JSON as every HTTP function answers it, whatever the worker around it is set to.</summary>
internal static class JsonAnswer
{
    private const string Type = "application/problem+json; charset=utf-8";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // The answers are read by people as well: Chinese stays Chinese. They are served as JSON, never set into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static ContentResult Of(object value, int status = 200) => Make(status, "application/json; charset=utf-8", value);

    /// <summary>An RFC 9457 problem; <paramref name="detail"/> says in Chinese what to do next.</summary>
    public static ContentResult Problem(int status, string title, string detail) =>
        Make(status, Type, new { Title = title, Status = status, Detail = detail });

    /// <summary>An RFC 9457 problem with a field of the request's body.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="title">Chinese.</param>
    /// <param name="detail">Chinese.</param>
    /// <param name="field">Where in the body, <c>cells[0].sheet</c>.</param>
    public static ContentResult Problem(int status, string title, string detail, string field) =>
        Make(status, Type, new { Title = title, Status = status, Detail = detail, Field = field });

    private static ContentResult Make(int status, string type, object value) =>
        new() { StatusCode = status, ContentType = type, Content = JsonSerializer.Serialize(value, value.GetType(), Options) };
}
