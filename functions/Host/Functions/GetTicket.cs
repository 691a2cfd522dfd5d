using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>退回单: the return ticket that waits for the unit's answer.</summary>
public sealed class GetTicket(ReviewDesk desk, Reception reception)
{
    [Function(nameof(GetTicket))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/units/{unit}/ticket")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeUnit, year, unit, async _ =>
            (await desk.ReadAsync(year, unit, cancellationToken)).Ticket is { } ticket
                ? JsonAnswer.Of(ticket)
                : JsonAnswer.Problem(StatusCodes.Status404NotFound, "没有退回单", $"单位 {unit} 没有待答复的退回单。"));
}
