using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>审核通过.</summary>
public sealed class ApproveReturn(ReviewDesk desk, Reception reception)
{
    [Function(nameof(ApproveReturn))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/units/{unit}/approve")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<Wish>(request, Right.Review, year, unit, async (by, wish) =>
            DeskAnswer.Of(await desk.ApproveAsync(year, unit, by, wish.Submission, cancellationToken)), cancellationToken);

    internal sealed record Wish(string Submission);
}
