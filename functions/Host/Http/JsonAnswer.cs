using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Host.Http;

/// <summary>JSON as every HTTP function answers it, whatever the worker around it is set to.</summary>
internal static class JsonAnswer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // The answers are read by people as well: Chinese stays Chinese. They are served as JSON, never set into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static ContentResult Of(object value) => Make(200, "application/json; charset=utf-8", value);

    /// <summary>An RFC 9457 problem; <paramref name="detail"/> says in Chinese what to do next.</summary>
    public static ContentResult Problem(int status, string title, string detail) =>
        Make(status, "application/problem+json; charset=utf-8", new { Title = title, Status = status, Detail = detail });

    private static ContentResult Make(int status, string type, object value) =>
        new() { StatusCode = status, ContentType = type, Content = JsonSerializer.Serialize(value, value.GetType(), Options) };
}
