using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>变动: what a submission changed against the one in force before it; the newest, or <c>?submission=</c>.</summary>
public sealed class GetDiff(ReceiptArchive receipts, Reception reception)
{
    [Function(nameof(GetDiff))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/units/{unit}/diff")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeUnit, year, unit, async _ =>
            ReceiptAnswer.ChangesOf(await receipts.FindAsync(year, unit, request.Query["submission"], cancellationToken), unit));
}
