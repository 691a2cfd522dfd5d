using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ledger;
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
        reception.AnswerAsync(request, Right.SeeUnit, year, unit, async _ =>
            await receipts.FindAsync(year, unit, request.Query["submission"], cancellationToken) is not { } receipt ? None(unit)
            : request.Query["file"] != "xlsx" ? new FileContentResult(ReceiptJson.Write(receipt), "application/json; charset=utf-8")
            : await receipts.LinkAsync(receipt, cancellationToken) is { } link ? new FoundAnswer(link)
            : JsonAnswer.Problem(StatusCodes.Status404NotFound, "没有回执工作簿", "这份回执没有工作簿，请查看其 JSON 内容。"));

    internal static IActionResult None(string unit) =>
        JsonAnswer.Problem(StatusCodes.Status404NotFound, "没有回执", $"单位 {unit} 没有这份报表的回执；刚上传的报表请稍后再试。");
}
