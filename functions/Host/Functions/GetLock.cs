using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>The lock of a year: every record with its print, whether their chain is whole, and an unlock somebody asked for.</summary>
public sealed class GetLock(YearDesk desk, Reception reception)
{
    [Function(nameof(GetLock))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/lock")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeProvince, year, async _ => DeskAnswer.Of(await desk.VerifyAsync(year, cancellationToken)));
}
