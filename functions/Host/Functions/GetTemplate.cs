using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>The blank return of a unit and year as a download, <c>HNSB_{year}_{unit}.xlsx</c>.</summary>
/// <remarks>Only for the unit and the province: opening balances of last year are filled in.</remarks>
public sealed class GetTemplate(Templates templates, Reception reception)
{
    [Function(nameof(GetTemplate))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}/units/{unit}/template")] HttpRequest request,
        int year,
        string unit,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeUnit, year, unit, async _ =>
            await templates.MakeAsync(year, unit, cancellationToken) is { } template
                ? new FileContentResult(template.Content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") { FileDownloadName = template.Name }
                : JsonAnswer.Problem(StatusCodes.Status404NotFound, "没有这张空表", $"{year} 年度没有单位 {unit} 的报表，请核对年度和单位代码。"));
}
