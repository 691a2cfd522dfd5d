using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Host.Http;

/// <summary>The body of a request as a value, taken strictly: nothing missing, nothing unknown, nothing twice, no number as text.</summary>
internal static class JsonBody
{
    /// <summary>Bytes a body may have: a return ticket of a hundred cells takes a quarter of it.</summary>
    public const int Limit = 256 * 1024;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        MaxDepth = 8,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = Options.MaxDepth, AllowDuplicateProperties = false };

    public static async Task<(T? Value, BodyFault? Fault)> ReadAsync<T>(HttpRequest request, CancellationToken ct)
        where T : class
    {
        // A page of another site can have a browser post a form, but not JSON, in its user's name.
        if (!request.HasJsonContentType()) return (null, new(StatusCodes.Status415UnsupportedMediaType, "请求格式不对", "请以 application/json 提交。"));
        if (await BytesAsync(request, ct) is not { } bytes)
            return (null, new(StatusCodes.Status413PayloadTooLarge, "请求过大", $"提交的内容不能超过 {Limit / 1024} KB，请分次办理。"));
        try
        {
            using var document = JsonDocument.Parse(bytes, DocumentOptions);
            if (Missing(document.RootElement, Options.GetTypeInfo(typeof(T)), "") is { } field) return (null, Wrong("缺少必填的字段", field));
            return document.Deserialize<T>(Options) is { } value ? (value, null) : (null, Wrong("应是一个 JSON 对象", ""));
        }
        catch (JsonException wrong)
        {
            return (null, Wrong("不是所要求的 JSON", Field(wrong.Path)));
        }
    }

    private static BodyFault Wrong(string what, string field) => new(
        StatusCodes.Status400BadRequest, "请求内容有误", field.Length == 0 ? $"提交的内容{what}，请更正后再提交。" : $"字段 {field}：{what}，请更正后再提交。",
        field.Length == 0 ? null : field);

    /// <summary>All of the body, or null when it is larger than allowed; what its header says of its length need not be true.</summary>
    private static async Task<byte[]?> BytesAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Limit) return null;
        var bytes = new byte[Limit + 1];
        var read = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return read > Limit ? null : bytes[..read];
    }

    /// <summary>The first required field that is not there: the serializer names only the object it is missing in.</summary>
    private static string? Missing(JsonElement element, JsonTypeInfo type, string path)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && element.ValueKind == JsonValueKind.Array)
            // The serializer minds a null in the place of a field, but not in a list.
            return element.EnumerateArray()
                .Select((e, i) => e.ValueKind == JsonValueKind.Null ? $"{path}[{i}]" : Missing(e, Options.GetTypeInfo(type.ElementType!), $"{path}[{i}]"))
                .FirstOrDefault(m => m is not null);
        if (type.Kind != JsonTypeInfoKind.Object || element.ValueKind != JsonValueKind.Object) return null;
        foreach (var property in type.Properties)
        {
            var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var there = element.TryGetProperty(property.Name, out var value);
            var missing = !there ? property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false } ? name : null
                : Missing(value, Options.GetTypeInfo(property.PropertyType), name);
            if (missing is not null) return missing;
        }
        return null;
    }

    // $.cells[0].sheet, and ['…'] around a name that is not plain.
    private static string Field(string? path) => path is null or "$" ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path[1..];
}
