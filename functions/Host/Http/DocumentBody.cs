using Microsoft.AspNetCore.Http;

namespace Host.Http;

/// <summary>The body of a request as a Word document, no larger than one is read.</summary>
internal static class DocumentBody
{
    public const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Bytes a document may have; what is read of it is bounded again by what it expands to.</summary>
    public const int Limit = 20_000_000;

    public static async Task<(byte[]? Value, BodyFault? Fault)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        // A page of another site can have a browser post a form in its user's name, but nothing of these types.
        if (request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() is not (Type or "application/octet-stream"))
            return (null, new(StatusCodes.Status415UnsupportedMediaType, "请求格式不对", $"请以 {Type} 提交 DOCX 文件。"));
        if (request.ContentLength > Limit) return (null, TooLarge());
        using var body = new MemoryStream();
        var buffer = new byte[81_920];
        while (await request.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (body.Length + read > Limit) return (null, TooLarge());
            body.Write(buffer, 0, read);
        }

        return (body.ToArray(), null);
    }

    private static BodyFault TooLarge() => new(StatusCodes.Status413PayloadTooLarge, "文件过大", $"提交的文件不能超过 {Limit / 1_000_000} MB，请删去多余的图片后再提交。");
}
