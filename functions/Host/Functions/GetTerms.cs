using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>What was laid down for a year: suspended rules, explanations of the province, adjustments.</summary>
public sealed class GetTerms(YearDesk desk, Reception reception)
{
    [Function(nameof(GetTerms))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/terms")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeProvince, year, async _ => DeskAnswer.Of(await desk.ReadTermsAsync(year, cancellationToken)));
}
