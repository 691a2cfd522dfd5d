using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>溯源 of a printed number: what it is made of, down to the cells, over the snapshot in force.</summary>
public sealed class GetFigure(FigureQueries queries, Reception reception)
{
    [Function(nameof(GetFigure))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/figures/{id}")] HttpRequest request,
        int year,
        string id,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeProvince, year, async _ => FigureAnswer.Of(await queries.ExplainAsync(year, id, cancellationToken)));
}
