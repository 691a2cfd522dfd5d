namespace Pipeline.Rules;

/// <summary>省级统一说明: answers a rule's question for every unit, such as a change of system in mid-year.</summary>
/// <param name="Rule">Rule number.</param>
/// <param name="Item">Item code it is limited to; null for all.</param>
/// <param name="Text">The explanation.</param>
/// <param name="By">Who gave it.</param>
public sealed record ProvincialExplanation(string Rule, string? Item, string Text, string By);
