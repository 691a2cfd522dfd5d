using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>批准差额调整, by another than its author.</summary>
public sealed class ApproveAdjustment(YearDesk desk, Reception reception)
{
    [Function(nameof(ApproveAdjustment))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/adjustments/{number}/approve")] HttpRequest request,
        int year,
        string number,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<EmptyBody>(request, Right.Direct, year, null, async (by, _) =>
            DeskAnswer.Of(await desk.ApproveAdjustmentAsync(year, by, number, cancellationToken)), cancellationToken);
}
