using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>可能原因: what probably made two sides differ. Silent rather than wrong.</summary>
internal static class CauseFinder
{
    // What the workbook itself shows comes first, then what the digits show, in order of how rarely chance would do the same.
    private static readonly IDetector[] Detectors =
    [
        new WorkbookTraces(), new RowShift(), new LateTransfer(), new WrongScale(), new WrongSign(), new LostPart(), new WrongDigits(), new SwappedDigits(), new MovedRow(),
    ];

    /// <summary>The most certain cause; null when nothing points to one.</summary>
    public static Cause? Find(Discrepancy discrepancy, CauseContext context) => discrepancy.Difference == 0
        ? null
        : Detectors.Select(d => d.Detect(discrepancy, context)).FirstOrDefault(c => c is not null);
}
