using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Pipeline.Ledger;
using Pipeline.Returns.Receipts;
using Pipeline.Stages;

namespace Host.Http;

/// <summary>回执 over HTTP, or that there is none.</summary>
internal static class ReceiptAnswer
{
    /// <summary>The receipt, or for <c>?file=xlsx</c> a link to its workbook.</summary>
    public static async Task<IActionResult> OfAsync(Receipt? receipt, string unit, string? file, Func<Receipt, Task<Uri?>> find) =>
        receipt is null ? None(unit)
        : file != "xlsx" ? new FileContentResult(ReceiptJson.Write(receipt), "application/json; charset=utf-8")
        : await find(receipt) is { } link ? new FoundAnswer(link)
        : JsonAnswer.Problem(StatusCodes.Status404NotFound, "没有回执工作簿", "这份回执没有工作簿，请查看其 JSON 内容。");

    public static IActionResult Of(OfferedExplanations? offered, string unit) => offered is null ? None(unit) : JsonAnswer.Of(offered);

    /// <summary>变动 alone.</summary>
    public static IActionResult ChangesOf(Receipt? receipt, string unit) =>
        receipt is null ? None(unit) : JsonAnswer.Of(new { receipt.Submission, receipt.Version, receipt.Compared, receipt.Changes });

    private static ContentResult None(string unit) =>
        JsonAnswer.Problem(StatusCodes.Status404NotFound, "没有回执", $"单位 {unit} 没有这份报表的回执；刚上传的报表请稍后再试。");
}
