namespace Demo;

/// <summary>What to run.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Values">CSV to make the returns from; null takes the sample of the year.</param>
/// <param name="Returns">Folder of returns to upload as they are; null makes them.</param>
/// <param name="Mistakes">Whether each return that is made has a mistake of a clerk in it.</param>
/// <param name="Output">Where everything goes.</param>
internal sealed record DemoOptions(int Year, string? Values, string? Returns, bool Mistakes, string Output);
