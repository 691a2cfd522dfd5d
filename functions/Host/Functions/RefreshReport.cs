using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Reports.Proof;
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
        reception.AnswerAsync(request, Right.SeeProvince, year, async _ =>
        {
            var (document, fault) = await DocumentBody.ReadAsync(request, cancellationToken);
            if (document is null) return fault!.Answer;
            try
            {
                var (report, reason) = await desk.RefreshAsync(year, document, cancellationToken);
                if (report is null) return JsonAnswer.Problem(StatusCodes.Status409Conflict, "没有可用的数据", reason!);
                return request.Query["answer"] == "json"
                    ? JsonAnswer.Of(new
                    {
                        report.Changes,
                        Findings = report.Findings.Select(f => new { f.Rule, f.Severity, Place = f.Sheet, f.Message, Sentence = FindingSentence.Of(f) }),
                        Document = Convert.ToBase64String(report.Document),
                    })
                    : new FileContentResult(report.Document, DocumentBody.Type) { FileDownloadName = $"{year}年度整体支出绩效自评报告-刷新.docx" };
            }
            catch (DocumentRefusedException refusal)
            {
                return JsonAnswer.Problem(StatusCodes.Status422UnprocessableEntity, "文件不能刷新", refusal.Message);
            }
        });
}
