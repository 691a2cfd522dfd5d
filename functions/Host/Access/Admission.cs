using Microsoft.AspNetCore.Mvc;
using Pipeline.Review;

namespace Host.Access;

/// <summary>Whether a caller is let in: exactly one of the two is there.</summary>
/// <param name="Person">Who was let in.</param>
/// <param name="Refusal">401 or 403.</param>
public readonly record struct Admission(Person? Person, IActionResult? Refusal);
