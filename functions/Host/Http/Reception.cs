using Host.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Pipeline.Review;
using Pipeline.Stages;

namespace Host.Http;

/// <summary>What every HTTP function does first, in this order: is the caller let in, are the year and the unit there, can the body be read. And last: when storage does not answer, the caller is told
/// to ask again.</summary>
public sealed partial class Reception(AccessControl access, Catalogues catalogues, ILogger<Reception> log)
{
    // Seconds: the storage clients have tried for about as long, those of tables for less.
    private const string AskAgainAfter = "30";

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="right">What the caller must be allowed.</param>
    /// <param name="year">Fiscal year of the route.</param>
    /// <param name="unit">Unit code of the route; null when it has none.</param>
    /// <param name="answer">Makes the answer for whom was let in.</param>
    public Task<IActionResult> AnswerAsync(HttpRequest request, Right right, int year, string? unit, Func<Person, Task<IActionResult>> answer) =>
        ReceiveAsync(request, right, year, unit, person => TryAsync(request, () => answer(person)));

    /// <summary>Answers a request about a whole year.</summary>
    public Task<IActionResult> AnswerAsync(HttpRequest request, Right right, int year, Func<Person, Task<IActionResult>> answer) =>
        AnswerAsync(request, right, year, null, answer);

    /// <summary>Answers a request with a body.</summary>
    public Task<IActionResult> AnswerAsync<TBody>(
        HttpRequest request, Right right, int year, string? unit, Func<Person, TBody, Task<IActionResult>> answer, CancellationToken ct)
        where TBody : class => ReceiveAsync(request, right, year, unit, async person =>
        {
            var (body, fault) = await JsonBody.ReadAsync<TBody>(request, ct);
            return body is null ? fault!.Answer : await TryAsync(request, () => answer(person, body));
        });

    /// <summary>Answers a request whose body holds amounts as a form has them.</summary>
    internal Task<IActionResult> AnswerAsync<TBody, TAmounts>(
        HttpRequest request, Right right, int year, string? unit, Func<Person, TBody, TAmounts, Task<IActionResult>> answer, CancellationToken ct)
        where TBody : class, IFormBody<TAmounts> => AnswerAsync<TBody>(
            request, right, year, unit,
            (person, body) => body.TryRead(catalogues[year], out var amounts) is { } fault ? Task.FromResult(fault.Answer) : answer(person, body, amounts), ct);

    /// <summary>Answers a request whose body is a Word document.</summary>
    public Task<IActionResult> AnswerDocumentAsync(HttpRequest request, Right right, int year, Func<byte[], Task<IActionResult>> answer, CancellationToken ct) =>
        ReceiveAsync(request, right, year, null, async _ =>
        {
            var (document, fault) = await DocumentBody.ReadAsync(request, ct);
            return document is null ? fault!.Answer : await TryAsync(request, () => answer(document));
        });

    private async Task<IActionResult> ReceiveAsync(HttpRequest request, Right right, int year, string? unit, Func<Person, Task<IActionResult>> answer)
    {
        var admission = access.Require(request, right, unit);
        if (admission.Person is not { } person) return admission.Refusal!;
        var given = Missing(year, unit) ?? await answer(person);
        await RequestBody.DiscardAsync(request, request.HttpContext.RequestAborted);
        return given;
    }

    /// <summary>No body is read in here: a line that fails is not the caller's.</summary>
    private async Task<IActionResult> TryAsync(HttpRequest request, Func<Task<IActionResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception fault) when (!request.HttpContext.RequestAborted.IsCancellationRequested && StorageFault.Is(fault))
        {
            StorageFailed(request.Path, fault);
            request.HttpContext.Response.Headers.RetryAfter = AskAgainAfter;
            return JsonAnswer.Problem(StatusCodes.Status503ServiceUnavailable, "暂时不能办理", "系统的存储暂时没有应答，请半分钟后再试；办理是否已经生效，请先刷新查看。多次不成功的，请联系系统管理员。");
        }
    }

    private ContentResult? Missing(int year, string? unit) =>
        catalogues.Find(year) is not { } catalogue
            ? JsonAnswer.Problem(StatusCodes.Status404NotFound, "没有这个年度", $"系统中没有 {year} 年度的报表目录，请核对年度。")
        : unit is not null && catalogue.FindUnit(unit) is not { Reports: true }
            ? JsonAnswer.Problem(StatusCodes.Status404NotFound, "没有这个单位", $"{year} 年度没有填报单位 {unit}，请核对单位代码。")
        : null;

    [LoggerMessage(31, LogLevel.Error, "Storage failed while {Path} was answered")]
    private partial void StorageFailed(PathString path, Exception fault);
}
