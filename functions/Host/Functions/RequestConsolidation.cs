using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>汇总 asked for by hand; it runs by itself whenever a return changes.</summary>
public sealed class RequestConsolidation(YearDesk desk, Reception reception)
{
    [Function(nameof(RequestConsolidation))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/consolidations")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<EmptyBody>(request, Right.Direct, year, null, (_, _) => DeskAnswer.OfAsync(desk.RequestConsolidationAsync(year, cancellationToken)), cancellationToken);
}
