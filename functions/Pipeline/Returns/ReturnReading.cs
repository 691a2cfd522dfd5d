namespace Pipeline.Returns;

/// <summary>What came of reading a workbook.</summary>
/// <param name="Return">The values that could be read; null when the file is no return of the year at all.</param>
/// <param name="Findings">Everything found on the way.</param>
public sealed record ReturnReading(Return? Return, IReadOnlyList<Finding> Findings);
