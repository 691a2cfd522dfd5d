namespace Pipeline.Returns.Receipts;

/// <summary>What the unit said last year to a question it is asked again.</summary>
/// <param name="Rule">Rule number.</param>
/// <param name="Subject">What the line of last year's 编报说明 was about: the rule or an item.</param>
/// <param name="Text">What it said.</param>
public sealed record OfferedExplanation(string Rule, string Subject, string Text);
