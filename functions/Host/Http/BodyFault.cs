using Microsoft.AspNetCore.Mvc;

namespace Host.Http;

/// <summary>Why the body of a request is not taken.</summary>
/// <param name="Status">400, 413 or 415.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Detail">Chinese: what to do.</param>
/// <param name="Field">Where in the body; null when the whole of it is meant.</param>
internal sealed record BodyFault(int Status, string Title, string Detail, string? Field = null)
{
    public IActionResult Answer => Field is null ? JsonAnswer.Problem(Status, Title, Detail) : JsonAnswer.Problem(Status, Title, Detail, Field);
}
