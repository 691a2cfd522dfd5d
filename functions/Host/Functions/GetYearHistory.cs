using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>What happened to the year itself, in order: locks, unlocks, what was laid down.</summary>
public sealed class GetYearHistory(ReviewDesk desk, Reception reception)
{
    [Function(nameof(GetYearHistory))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/history")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeProvince, year, async _ => DeskAnswer.Of(await desk.HistoryAsync(year, null, cancellationToken)));
}
