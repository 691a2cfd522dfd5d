using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Host.Functions;

/// <summary>The process answers. Depends on nothing, tells nothing, so anyone may ask.</summary>
public sealed class HealthLive
{
    [Function(nameof(HealthLive))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request) => JsonAnswer.Of(new { Status = "live" });
}
