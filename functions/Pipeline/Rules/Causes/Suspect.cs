namespace Pipeline.Rules.Causes;

/// <summary>A cell that may be wrong.</summary>
/// <param name="Item">Item code.</param>
/// <param name="Typed">What stands there, in workbook units.</param>
/// <param name="Should">The one value that would make both sides agree if every other cell is right.</param>
internal sealed record Suspect(string Item, decimal Typed, decimal Should);
