using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>What a cell of a unit's return moves in the report: <c>?sheet=S01企保收支表&amp;cell=H9</c>.</summary>
public sealed class GetReach(FigureQueries queries, Reception reception)
{
    [Function(nameof(GetReach))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/units/{unit}/reach")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeUnit, year, unit, async by => CellQuery.Find(request) is { } asked
            ? FigureAnswer.Of(await queries.ReachAsync(year, unit, asked.Sheet, asked.Cell, by, cancellationToken))
            : CellQuery.None);
}
