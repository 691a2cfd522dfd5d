using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>The stores answer: 200, otherwise 503.</summary>
/// <remarks>Only for the province (a monitor is given its role): each question costs reads in the stores.</remarks>
public sealed class HealthReady(Readiness readiness, AccessControl access)
{
    [Function(nameof(HealthReady))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request,
        CancellationToken cancellationToken) =>
        access.Require(request, Right.SeeProvince).Refusal is { } refusal ? refusal
        : await readiness.CheckAsync(cancellationToken) ? JsonAnswer.Of(new { Status = "ready" })
        : JsonAnswer.Problem(StatusCodes.Status503ServiceUnavailable, "存储暂不可用", "台账或上传区没有应答，请稍后再试。");
}
