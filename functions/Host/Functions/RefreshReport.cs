using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>An edited report (DOCX as the body) comes back with the figures in force; with <c>?answer=json</c> as changes, findings and the document in base64.</summary>
public sealed class RefreshReport(RefreshDesk desk, Reception reception)
{
    [Function(nameof(RefreshReport))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{year:int}/report/refresh")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerDocumentAsync(request, Right.SeeProvince, year, async document =>
            ReportAnswer.Of(await desk.RefreshAsync(year, document, cancellationToken), year, request.Query["answer"]), cancellationToken);
}
