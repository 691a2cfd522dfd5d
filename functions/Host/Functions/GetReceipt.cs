using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>The receipt of a unit's newest upload, or of <c>?submission=</c>; with <c>?file=xlsx</c> its workbook by a link.</summary>
public sealed class GetReceipt(ReceiptArchive receipts, Reception reception)
{
    [Function(nameof(GetReceipt))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/units/{unit}/receipt")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeUnit, year, unit, async _ => await ReceiptAnswer.OfAsync(
            await receipts.FindAsync(year, unit, request.Query["submission"], cancellationToken), unit, request.Query["file"], receipt => receipts.LinkAsync(receipt, cancellationToken)));
}
