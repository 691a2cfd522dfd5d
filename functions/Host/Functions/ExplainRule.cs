using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>省级统一说明, which every unit inherits; an empty text takes an earlier one back.</summary>
public sealed class ExplainRule(YearDesk desk, Reception reception)
{
    [Function(nameof(ExplainRule))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/explanations")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<Wish>(request, Right.Direct, year, null, async (by, wish) =>
            DeskAnswer.Of(await desk.ExplainAsync(year, by, wish.Rule, wish.Item, wish.Text, cancellationToken)), cancellationToken);

    internal sealed record Wish(string Rule, string Text, string? Item = null);
}
