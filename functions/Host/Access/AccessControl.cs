using Host.Http;
using Microsoft.AspNetCore.Http;
using Pipeline.Review;

namespace Host.Access;

/// <summary>The one place that decides who may do what over HTTP.</summary>
/// <remarks>
/// The functions themselves are anonymous to the Functions host: its keys say which program calls, not which person, and a key that thirty clerks share keeps nobody out.
/// Keys stay for operators (<c>/admin</c>). What the life of a return forbids (approving one's own return, confirming one's own unlock) is decided there, not here.
/// </remarks>
public sealed class AccessControl(ICallers callers)
{
    /// <summary>Lets a caller in or says why not.</summary>
    /// <param name="request">Whose headers name the caller.</param>
    /// <param name="right">What they want.</param>
    /// <param name="unit">Unit code it is about, as the route has it; null when it is about none.</param>
    public Admission Require(HttpRequest request, Right right, string? unit = null)
    {
        if (callers.Find(request) is not { } caller)
            return new(null, JsonAnswer.Problem(StatusCodes.Status401Unauthorized, "尚未登录", "请先登录，再办理。"));
        // The same words whatever was asked: they do not tell whether the unit or the return is there.
        return caller.Person is { } person && Has(person, right, unit)
            ? new(person, null)
            : new(null, JsonAnswer.Problem(StatusCodes.Status403Forbidden, "没有权限", "您没有办理此事的权限；如需开通，请联系省级管理人员。"));
    }

    private static bool Has(Person person, Right right, string? unit) => right switch
    {
        Right.SeeYear => person.Reviews || person.Unit is not null,
        Right.SeeUnit => person.Reviews || (unit is not null && person.FilesFor(unit)),
        Right.SeeProvince or Right.Review => person.Reviews,
        Right.File => unit is not null && person.FilesFor(unit),
        Right.Direct => person.Directs,
        _ => false,
    };
}
