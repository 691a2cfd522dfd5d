using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>开始复核 of the submission the reviewer has seen.</summary>
public sealed class BeginReview(ReviewDesk desk, Reception reception)
{
    [Function(nameof(BeginReview))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/units/{unit}/review")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<Wish>(request, Right.Review, year, unit, async (by, wish) =>
            DeskAnswer.Of(await desk.BeginReviewAsync(year, unit, by, wish.Submission, cancellationToken)), cancellationToken);

    internal sealed record Wish(string Submission);
}
