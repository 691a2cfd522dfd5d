using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>假设: what the report would print if one cell of a return held another value. Changes nothing.</summary>
public sealed class AskWhatIf(FigureQueries queries, Reception reception)
{
    [Function(nameof(AskWhatIf))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/what-if")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync<WhatIfBody, long>(request, Right.SeeProvince, year, null, async (_, wish, raw) =>
            FigureAnswer.Of(await queries.WhatIfAsync(year, wish.Unit, wish.Item, wish.Column, raw, wish.Add is not null, cancellationToken)), cancellationToken);
}
