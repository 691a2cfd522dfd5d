namespace Pipeline.Review;

/// <summary>A W finding the unit has not explained.</summary>
/// <param name="Rule">Rule number.</param>
/// <param name="Item">Item code, or empty.</param>
public sealed record OpenQuestion(string Rule, string Item);
