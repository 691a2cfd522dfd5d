using Host.Access;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Http;

/// <summary>What a host registers to answer over HTTP, beside who the callers are.</summary>
internal static class HttpServices
{
    public static IServiceCollection AddReception(this IServiceCollection services) => services
        .AddSingleton<AccessControl>().AddSingleton<Reception>()
        .Configure<KestrelServerOptions>(server => server.Limits.MaxRequestBodySize = RequestBody.Limit);
}
