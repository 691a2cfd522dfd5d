using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>停用审核公式 for a time; one that ends before it begins lifts an earlier one.</summary>
public sealed class SuspendRule(YearDesk desk, Reception reception)
{
    [Function(nameof(SuspendRule))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/suspensions")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<Wish>(request, Right.Direct, year, null, async (by, wish) =>
            DeskAnswer.Of(await desk.SuspendAsync(year, by, new(wish.Rule, wish.Reason, wish.From, wish.To, by.Name), cancellationToken)), cancellationToken);

    internal sealed record Wish(string Rule, string Reason, DateOnly From, DateOnly? To = null);
}
