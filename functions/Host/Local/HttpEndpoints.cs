using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Local;

/// <summary>HTTP functions on their routes, and the genuine host's <c>POST /admin/functions/{name}</c>, here for timers only.</summary>
internal static class HttpEndpoints
{
    public static void MapFunctions(this IEndpointRouteBuilder routes, IEnumerable<LocalFunction> functions, string prefix)
    {
        foreach (var function in functions)
        {
            if (function.Trigger is HttpTriggerAttribute trigger)
                routes.MapMethods($"/{prefix}/{trigger.Route ?? function.Name}", trigger.Methods ?? [], context => AnswerAsync(function, context));
        }
        routes.MapPost("/admin/functions/{name}", Ask);
    }

    private static async Task AnswerAsync(LocalFunction function, HttpContext context)
    {
        var runner = context.RequestServices.GetRequiredService<FunctionRunner>();
        try
        {
            var about = $"{context.Request.Method} {context.Request.Path}";
            if (await runner.CallAsync(function, about, () => context.Request, context.Request.RouteValues, context.RequestAborted) is IActionResult result)
                await result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
        }
        catch (Exception) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError; // The runner has logged it.
        }
    }

    private static Task Ask(HttpContext context)
    {
        var name = (string?)context.Request.RouteValues["name"];
        var timer = context.RequestServices.GetServices<TimerListener>().FirstOrDefault(t => t.Function.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        timer?.Ask();
        context.Response.StatusCode = timer is null ? StatusCodes.Status404NotFound : StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }
}
