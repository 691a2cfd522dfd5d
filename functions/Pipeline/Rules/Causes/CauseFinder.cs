using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>可能原因: what probably made two sides differ. Silent rather than wrong.</summary>
internal static class CauseFinder
{
    private static readonly IDetector[] Traces = [new WorkbookTraces(), new RowShift(), new LateTransfer()];
    private static readonly IDetector[] Digits = [new WrongScale(), new WrongSign(), new LostPart(), new WrongDigits(), new SwappedDigits()];
    private static readonly MovedRow Last = new();

    /// <summary>What the workbook itself shows, else the one cause the digits allow; null when nothing, or more than one thing, fits.</summary>
    public static Cause? Find(Discrepancy discrepancy, CauseContext context)
    {
        if (discrepancy.Difference == 0) return null;
        if (Traces.Select(d => d.Detect(discrepancy, context)).FirstOrDefault(c => c is not null) is { } seen) return seen;
        var fitting = Digits.Select(d => d.Detect(discrepancy, context)).OfType<Cause>().ToList();
        return fitting.Count switch { 0 => Last.Detect(discrepancy, context), 1 => fitting[0], _ => null };
    }
}
