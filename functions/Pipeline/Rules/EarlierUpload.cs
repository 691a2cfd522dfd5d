namespace Pipeline.Rules;

/// <summary>An upload of the same bytes that was accepted.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Unit">Unit code.</param>
/// <param name="At">When it was received.</param>
public sealed record EarlierUpload(int Year, string Unit, DateTimeOffset At);
