using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>What last year's return and the province have to say to the questions that are open in a submission.</summary>
public sealed class GetOfferedExplanations(ReceiptArchive receipts, Reception reception)
{
    [Function(nameof(GetOfferedExplanations))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/units/{unit}/explanations")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeUnit, year, unit, async _ =>
            ReceiptAnswer.Of(await receipts.FindOfferedAsync(year, unit, request.Query["submission"], cancellationToken), unit));
}
