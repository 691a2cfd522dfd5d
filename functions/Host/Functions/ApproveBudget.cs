using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>登记批复预算 of a unit.</summary>
public sealed class ApproveBudget(YearDesk desk, Catalogues catalogues, Reception reception)
{
    [Function(nameof(ApproveBudget))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/units/{unit}/budget")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<Wish>(request, Right.Direct, year, unit, async (by, wish) =>
        {
            var amounts = new Dictionary<string, long>();
            foreach (var (item, amount) in wish.Amounts)
            {
                if (FormAmount.TryRead(catalogues[year], item, amount, $"amounts.{item}", out var raw) is { } fault) return fault.Answer;
                amounts[item] = raw;
            }
            return DeskAnswer.Of(await desk.ApproveBudgetAsync(year, by, unit, amounts, wish.Basis, cancellationToken));
        }, cancellationToken);

    /// <param name="Amounts">Item code → 元.</param>
    /// <param name="Basis">文号.</param>
    internal sealed record Wish(IReadOnlyDictionary<string, decimal> Amounts, string Basis);
}
