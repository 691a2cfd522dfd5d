using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>撤回, by the unit itself.</summary>
public sealed class WithdrawReturn(ReviewDesk desk, Reception reception)
{
    [Function(nameof(WithdrawReturn))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/units/{unit}/withdraw")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<Wish>(request, Right.File, year, unit, async (by, wish) =>
            DeskAnswer.Of(await desk.WithdrawAsync(year, unit, by, wish.Reason, cancellationToken)), cancellationToken);

    internal sealed record Wish(string Reason);
}
