using Azure;
using Microsoft.AspNetCore.Http;

namespace Host.Http;

/// <summary>A fault of the world, seen from a request that is still waited for: storage does not answer, is busy, or other writers kept coming between. Who asks again a little later is answered.</summary>
internal static class StorageFault
{
    /// <summary>The storage clients have tried again before they give up, and then they tell of all their tries at once.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        RequestFailedException answered => answered.Status is 0 or StatusCodes.Status408RequestTimeout or StatusCodes.Status429TooManyRequests or >= 500,
        AggregateException tries => tries.InnerExceptions.Count > 0 && tries.InnerExceptions.All(Is),
        // A file of ours that is not there, or not whole.
        FileNotFoundException or DirectoryNotFoundException or EndOfStreamException => false,
        // A try that took too long is a cancellation; so is whatever runs when an instance goes.
        _ => fault is IOException or HttpRequestException or OperationCanceledException or TimeoutException,
    };
}
