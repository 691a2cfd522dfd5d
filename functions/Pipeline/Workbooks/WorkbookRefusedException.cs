namespace Pipeline.Workbooks;

/// <summary>The one exception that bytes can cause: the file cannot or must not be read as a workbook.</summary>
/// <param name="reason">Which kind of refusal.</param>
/// <param name="detail">What was found, for the log; in English, without cell contents.</param>
/// <param name="inner">What the ZIP or XML reader said, if it was the one to notice.</param>
public sealed class WorkbookRefusedException(WorkbookRefusal reason, string detail, Exception? inner = null)
    : Exception($"{reason}: {detail}", inner)
{
    public WorkbookRefusal Reason { get; } = reason;

    public string Detail { get; } = detail;

    internal static WorkbookRefusedException Corrupt(string detail, Exception? inner = null) => new(WorkbookRefusal.Corrupt, detail, inner);

    internal static WorkbookRefusedException TooLarge(string detail) => new(WorkbookRefusal.TooLarge, detail);

    /// <summary>True for what the ZIP and XML readers throw at bad bytes; a fault of the given stream itself is not among them.</summary>
    internal static bool IsCausedByBytes(Exception e) =>
        e is System.Xml.XmlException or InvalidDataException or EndOfStreamException or NotSupportedException
            or ArgumentException or OverflowException or FormatException;
}
