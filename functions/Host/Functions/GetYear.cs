using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>The state of a year: which units have sent what, and what came of it.</summary>
/// <remarks>Takes a function key: who owes what is the province's business, not the public's.</remarks>
public sealed class GetYear(YearStatus status)
{
    [Function(nameof(GetYear))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "years/{year:int}")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        await status.ReadAsync(year, cancellationToken) is { } state
            ? JsonAnswer.Of(state)
            : JsonAnswer.Problem(StatusCodes.Status404NotFound, "没有这个年度", $"系统中没有 {year} 年度的报表目录，请核对年度。");
}
