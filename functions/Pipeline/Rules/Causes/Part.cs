namespace Pipeline.Rules.Causes;

/// <summary>One addend of a sum.</summary>
/// <param name="Item">Item code.</param>
/// <param name="Value">As reported, in workbook units.</param>
/// <param name="Sign">+1 or −1: how it enters the sum.</param>
internal sealed record Part(string Item, decimal Value, int Sign = 1);
