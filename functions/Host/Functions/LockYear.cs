using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>封账.</summary>
public sealed class LockYear(YearDesk desk, Reception reception)
{
    [Function(nameof(LockYear))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/lock")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<EmptyBody>(request, Right.Direct, year, null, async (by, _) =>
            DeskAnswer.Of(await desk.LockAsync(year, by, cancellationToken)), cancellationToken);
}
