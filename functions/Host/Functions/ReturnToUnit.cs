using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Rules;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>退回: the unit is asked to mend certain cells until a certain day.</summary>
public sealed class ReturnToUnit(ReviewDesk desk, Reception reception)
{
    [Function(nameof(ReturnToUnit))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/units/{unit}/ticket")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<Wish>(request, Right.Review, year, unit, async (by, wish) =>
            DeskAnswer.Of(await desk.ReturnAsync(year, unit, by, wish.Submission, wish.Cells, wish.Reason, wish.Due, cancellationToken)), cancellationToken);

    internal sealed record Wish(string Submission, IReadOnlyList<TicketCell> Cells, string Reason, DateOnly Due);
}
