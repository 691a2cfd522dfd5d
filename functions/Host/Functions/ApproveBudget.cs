using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>登记批复预算 of a unit.</summary>
public sealed class ApproveBudget(YearDesk desk, Reception reception)
{
    [Function(nameof(ApproveBudget))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/units/{unit}/budget")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<BudgetBody, IReadOnlyDictionary<string, long>>(request, Right.Direct, year, unit, async (by, wish, raw) =>
            DeskAnswer.Of(await desk.ApproveBudgetAsync(year, by, unit, raw, wish.Basis, cancellationToken)), cancellationToken);
}
