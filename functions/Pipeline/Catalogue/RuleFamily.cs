namespace Pipeline.Catalogue;

/// <summary>A chapter of the rule library.</summary>
/// <param name="Letter">F, C, A, …</param>
/// <param name="Title">表内公式.</param>
/// <param name="Purpose">What its rules look for, in English, for readers of the code.</param>
public sealed record RuleFamily(char Letter, string Title, string Purpose);
