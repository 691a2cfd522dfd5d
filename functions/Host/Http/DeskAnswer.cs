using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Pipeline.Review;
using Pipeline.Rules;
using Pipeline.Stages;

namespace Host.Http;

/// <summary>What a desk said, over HTTP: how things stand now, or 409 with its reason.</summary>
internal static class DeskAnswer
{
    public static ContentResult Of(ReturnAnswer answer) => answer.Rejection is { } reason ? Conflict(reason) : JsonAnswer.Of(View(answer.State));

    public static ContentResult Of(YearAnswer answer) => answer.Rejection is { } reason
        ? Conflict(reason)
        : JsonAnswer.Of(new YearView(
            answer.Review.IsLocked, answer.Review.Locks, answer.Review.LastHash, Open(answer.Review), answer.Review.InvalidReport, answer.Record, (object?)answer.Clause));

    public static ContentResult Of(YearLock held) => JsonAnswer.Of(new
    {
        Locked = held.Review.IsLocked, held.Records, held.Wrong, UnlockRequest = Open(held.Review), held.Review.InvalidReport,
    });

    public static ContentResult Of(Terms terms) => JsonAnswer.Of(new
    {
        terms.Suspensions, terms.Explanations, terms.Adjustments, Proposals = terms.Proposals.Select(p => new { p.Number, Author = p.Author.Name, p.Entry }),
    });

    public static ContentResult Of(IEnumerable<AuditEntry> history) => JsonAnswer.Of(history.Select(View));

    /// <summary>Something was asked for that is done later.</summary>
    public static async Task<IActionResult> OfAsync(Task request)
    {
        await request;
        return JsonAnswer.Of(new { Status = "requested" }, StatusCodes.Status202Accepted);
    }

    private static object? Open(YearReview review) => review.Unlock is { } open
        ? new { By = open.By.Name, open.At, open.Reason, open.Units, open.Scope }
        : null;

    /// <summary>A line of a history as people read it; who acted is named, not numbered.</summary>
    private static object View(AuditEntry entry) => new
    {
        entry.Revision,
        entry.At,
        By = entry.By.Name,
        Role = entry.By.Role.Name(),
        What = entry.What.Name(),
        entry.Why,
        From = entry.From?.Name(),
        To = entry.To?.Name(),
        entry.Submission,
    };

    private static ReturnView View(ReturnState state) => new(
        state.Year, state.Unit, state.Status.Name(), state.Submission, state.Version, state.Late, state.Ticket, [.. state.Questions.Select(q => q.Rule).Distinct()]);

    private static ContentResult Conflict(string reason) => JsonAnswer.Problem(StatusCodes.Status409Conflict, "不能办理", reason);

    private sealed record ReturnView(
        int Year, string Unit, string State, string? Submission, int Version, bool Late, ReturnTicket? Ticket, IReadOnlyList<string> Questions);

    private sealed record YearView(
        bool Locked, int Locks, string LastHash, object? UnlockRequest, string? InvalidReport, LockRecord? Record, object? Clause);
}
