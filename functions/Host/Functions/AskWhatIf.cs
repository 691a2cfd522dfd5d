using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>假设: what the report would print if one cell of a return held another value. Changes nothing.</summary>
public sealed class AskWhatIf(FigureQueries queries, Catalogues catalogues, Reception reception)
{
    [Function(nameof(AskWhatIf))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/what-if")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<Wish>(request, Right.SeeProvince, year, null, async (_, wish) =>
        {
            if (wish.Add is null == wish.Value is null)
                return JsonAnswer.Problem(StatusCodes.Status400BadRequest, "请求内容有误", "请给出 add（增减额）或 value（新数），二者取一。");
            if (FormAmount.TryRead(catalogues[year], wish.Item, wish.Add ?? wish.Value!.Value, wish.Add is null ? "value" : "add", out var raw) is { } fault) return fault.Answer;
            var answer = await queries.WhatIfAsync(year, wish.Unit, wish.Item, wish.Column, raw, wish.Add is not null, cancellationToken);
            return answer.Found is { } changes ? JsonAnswer.Of(changes) : JsonAnswer.Problem(StatusCodes.Status409Conflict, "不能这样假设", answer.Reason!);
        }, cancellationToken);

    /// <param name="Unit">Unit code.</param>
    /// <param name="Item">Item code.</param>
    /// <param name="Column">Column code.</param>
    /// <param name="Add">What is added, as the form has it: 元, or persons.</param>
    /// <param name="Value">Instead: the new value.</param>
    internal sealed record Wish(string Unit, string Item, string Column, decimal? Add = null, decimal? Value = null);
}
