using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Review;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>The state of a year: which units have sent what, and what came of it. A clerk sees their own unit of it.</summary>
public sealed class GetYear(YearStatus status, Reception reception)
{
    [Function(nameof(GetYear))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{year:int}")] HttpRequest request,
        int year,
        CancellationToken cancellationToken) =>
        reception.AnswerAsync(request, Right.SeeYear, year, async by => JsonAnswer.Of(SeenBy(by, (await status.ReadAsync(year, cancellationToken))!)));

    private static YearReport SeenBy(Person person, YearReport year) => person.Unit is not { } unit
        ? year
        : year with { Units = [.. year.Units.Where(u => u.Unit == unit)], Missing = [.. year.Missing.Where(m => m == unit)], Note = null };
}
