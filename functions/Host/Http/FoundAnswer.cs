using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Host.Http;

/// <summary>302 to a link that carries its own right of access.</summary>
/// <remarks>The framework's <see cref="RedirectResult"/> writes its target to the log; such a link must not stand there, nor in a cache.</remarks>
internal sealed class FoundAnswer(Uri link) : ActionResult
{
    public override void ExecuteResult(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = StatusCodes.Status302Found;
        response.Headers.Location = link.AbsoluteUri;
        response.Headers.CacheControl = "no-store";
    }
}
