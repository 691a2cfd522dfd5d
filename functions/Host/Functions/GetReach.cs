using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Reports.Provenance;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>What a cell of a unit's return moves in the report: <c>?sheet=S01企保收支表&amp;cell=H9</c>.</summary>
/// <remarks>The unit's own clerks see where it is printed, not the numbers there: those are made of other units' returns too.</remarks>
public sealed class GetReach(FigureQueries queries, Reception reception)
{
    [Function(nameof(GetReach))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/units/{unit}/reach")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeUnit, year, unit, async person =>
        {
            if (request.Query["sheet"].FirstOrDefault() is not { Length: > 0 } sheet || request.Query["cell"].FirstOrDefault() is not { Length: > 0 } cell)
                return JsonAnswer.Problem(StatusCodes.Status400BadRequest, "请求内容有误", "请以 ?sheet=工作表&cell=单元格 指明一个单元格。");
            var answer = await queries.ReachAsync(year, unit, sheet, cell, cancellationToken);
            return answer.Found is { } reach
                ? JsonAnswer.Of(View(person.Reviews ? reach : reach.WithoutNumbers()))
                : JsonAnswer.Problem(StatusCodes.Status404NotFound, "查不到这个单元格", answer.Reason!);
        });

    private static object View(CellReach reach) => new
    {
        reach.Unit, reach.Sheet, reach.Cell, reach.Item, reach.Column, reach.Label, reach.Figures,
        Sentences = reach.Sentences.Select(s => new { s.Place, Text = s.Marked }),
        Cells = reach.Cells.Select(c => new { c.Place, c.Row, c.Column, Text = c.Marked }),
    };
}
