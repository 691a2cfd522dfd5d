using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Pipeline.Reports.Proof;
using Pipeline.Reports.Refresh;
using Pipeline.Stages;

namespace Host.Http;

/// <summary>Reports over HTTP: where one is, or one that was refreshed.</summary>
internal static class ReportAnswer
{
    public static IActionResult Of(ReportLink found, int year) => found.Link is { } link
        ? new FoundAnswer(link)
        : JsonAnswer.Problem(StatusCodes.Status404NotFound, "没有可下载的报告", found.Reason ?? $"{year} 年度的报告尚未生成，请稍后再试。");

    /// <param name="answer">What the desk said.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="form">The query's <c>answer</c>: <c>json</c> asks for changes and findings beside the document.</param>
    public static IActionResult Of(RefreshAnswer answer, int year, string? form) => answer switch
    {
        { IsRefused: true } => JsonAnswer.Problem(StatusCodes.Status422UnprocessableEntity, "文件不能刷新", answer.Reason!),
        { Report: null } => JsonAnswer.Problem(StatusCodes.Status409Conflict, "没有可用的数据", answer.Reason!),
        { Report: var report } when form == "json" => Changes(report),
        { Report: var report } => new FileContentResult(report.Document, DocumentBody.Type) { FileDownloadName = $"{year}年度整体支出绩效自评报告-刷新.docx" },
    };

    private static ContentResult Changes(RefreshedReport report) => JsonAnswer.Of(new
    {
        report.Changes,
        Findings = report.Findings.Select(f => new { f.Rule, f.Severity, Place = f.Sheet, f.Message, Sentence = FindingSentence.Of(f) }),
        Document = Convert.ToBase64String(report.Document),
    });
}
