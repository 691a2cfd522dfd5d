using Azure;
using Microsoft.AspNetCore.Http;

namespace Host.Http;

/// <summary>A fault of the world, seen from a request: storage does not answer, is busy, or two writers kept coming between each other. Who asks again a little later is answered.</summary>
internal static class StorageFault
{
    /// <summary>The storage clients have tried again before they give up, and then they tell of all their tries at once.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        RequestFailedException answered => answered.Status is 0 or StatusCodes.Status408RequestTimeout or StatusCodes.Status429TooManyRequests or >= 500,
        AggregateException tries => tries.InnerExceptions.All(Is),
        // The sender's fault, not the storage's.
        BadHttpRequestException => false,
        TaskCanceledException late => late.InnerException is TimeoutException,
        _ => fault is IOException or HttpRequestException or TimeoutException,
    };
}
