using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>What happened to a unit's return, in order: who, when, what, why.</summary>
public sealed class GetHistory(ReviewDesk desk, Reception reception)
{
    [Function(nameof(GetHistory))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/units/{unit}/history")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeUnit, year, unit, async _ => DeskAnswer.Of(await desk.HistoryAsync(year, unit, cancellationToken)));
}
