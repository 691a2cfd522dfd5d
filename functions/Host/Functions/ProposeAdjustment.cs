using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>登记差额调整 of a locked return; another must approve it.</summary>
public sealed class ProposeAdjustment(YearDesk desk, Reception reception)
{
    [Function(nameof(ProposeAdjustment))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/adjustments")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<AdjustmentBody, long>(request, Right.Direct, year, null, async (by, wish, raw) =>
            DeskAnswer.Of(await desk.ProposeAdjustmentAsync(year, by, new(wish.Unit, wish.Item, wish.Column, raw, wish.Basis), cancellationToken)), cancellationToken);
}
