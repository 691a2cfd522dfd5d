using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>Leads to the newest report of a year, or with <c>?file=</c> to <c>annexes.xlsx</c>, <c>trace.xlsx</c>, <c>trace.json</c> or <c>totals.csv</c> beside it.</summary>
/// <remarks>Only for the province: the link it mints opens the file to whoever holds it.</remarks>
public sealed class GetReport(ReportLinks links, Reception reception)
{
    [Function(nameof(GetReport))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/report")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeProvince, year, async _ =>
            ReportAnswer.Of(await links.FindAsync(year, request.Query["file"].FirstOrDefault(), cancellationToken), year));
}
