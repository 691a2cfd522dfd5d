using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>How one unit stands: what it sent, what came of it, what is still open.</summary>
public sealed class GetUnit(YearStatus status, Reception reception)
{
    [Function(nameof(GetUnit))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/units/{unit}")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeUnit, year, unit, async _ => JsonAnswer.Of((await status.ReadUnitAsync(year, unit, cancellationToken))!));
}
