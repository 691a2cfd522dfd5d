using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>解锁 in two steps: one asks, with a reason and what is to be opened; another confirms or declines.</summary>
public sealed class UnlockYear(YearDesk desk, Reception reception)
{
    [Function(nameof(UnlockYear))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/unlock")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<Wish>(request, Right.Direct, year, null, async (by, wish) =>
            DeskAnswer.Of(wish.Decision switch
            {
                Decision.Request => await desk.RequestUnlockAsync(year, by, wish.Reason, wish.Units ?? [], wish.Scope, cancellationToken),
                Decision.Confirm => await desk.ConfirmUnlockAsync(year, by, cancellationToken),
                _ => await desk.DeclineUnlockAsync(year, by, wish.Reason, cancellationToken),
            }), cancellationToken);

    /// <summary>The step.</summary>
    internal enum Decision
    {
        Request,
        Confirm,
        Decline,
    }

    internal sealed record Wish(Decision Decision = Decision.Request, string Reason = "", IReadOnlyList<string>? Units = null, string Scope = "");
}
