using Pipeline.Returns;

namespace Pipeline.Rules;

/// <summary>The return that a new one would take the place of.</summary>
/// <param name="Submission">SHA-256 of its file.</param>
/// <param name="Version">版本号 of its cover; 0 when the cover has none.</param>
/// <param name="Return">Its values.</param>
public sealed record ReturnInForce(string Submission, int Version, Return Return);
