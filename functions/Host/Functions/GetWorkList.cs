using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>What the last consolidation found between a unit and the others: transfers to settle, outliers, copies.</summary>
public sealed class GetWorkList(WorkLists lists, Reception reception)
{
    [Function(nameof(GetWorkList))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/units/{unit}/worklist")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeUnit, year, unit, async _ => JsonAnswer.Of(await lists.ReadAsync(year, unit, cancellationToken)));
}
