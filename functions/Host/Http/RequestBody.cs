using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Host.Http;

/// <summary>How much of a request's body is taken in, whatever becomes of it.</summary>
internal static class RequestBody
{
    /// <summary>Bytes: what the Functions host lets through, and therefore no less here. Kestrel's own limit of 30 MB would cut off whoever sends more.</summary>
    public const long Limit = 104_857_600;

    /// <summary>Reads what nobody read, and forgets it. A sender hears an answer only after all is sent: one that is given in the middle of a body, saying that it is too large, would be lost
    /// with the connection.</summary>
    public static async Task DiscardAsync(HttpRequest request, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            while (await request.Body.ReadAsync(buffer, ct) > 0)
            {
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // More than the limit, no proper body at all, or the sender went away: nobody waits for the answer.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
