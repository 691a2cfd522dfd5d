using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>The state of a year: which units have sent what, and what came of it. A clerk sees their own unit of it.</summary>
public sealed class GetYear(YearStatus status, Reception reception)
{
    [Function(nameof(GetYear))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeYear, year, async by => JsonAnswer.Of((await status.ReadAsync(year, by, cancellationToken))!));
}
