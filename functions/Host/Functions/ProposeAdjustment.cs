using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>登记差额调整 of a locked return; another must approve it.</summary>
public sealed class ProposeAdjustment(YearDesk desk, Catalogues catalogues, Reception reception)
{
    [Function(nameof(ProposeAdjustment))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/adjustments")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<Wish>(request, Right.Direct, year, null, async (by, wish) =>
            FormAmount.TryRead(catalogues[year], wish.Item, wish.Amount, "amount", out var raw) is { } fault
                ? fault.Answer
                : DeskAnswer.Of(await desk.ProposeAdjustmentAsync(year, by, new(wish.Unit, wish.Item, wish.Column, raw, wish.Basis), cancellationToken)), cancellationToken);

    /// <param name="Unit">Unit code whose return is adjusted.</param>
    /// <param name="Item">Item code.</param>
    /// <param name="Column">Column code.</param>
    /// <param name="Amount">What is added, as the form has it: 元, or persons.</param>
    /// <param name="Basis">文号.</param>
    internal sealed record Wish(string Unit, string Item, string Column, decimal Amount, string Basis);
}
