using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>可能原因: what probably made two sides differ. Silent rather than wrong.</summary>
internal static class CauseFinder
{
    private static readonly IDetector[] Surroundings = [new RowShift(), new LateTransfer()];
    private static readonly IDetector[] Digits = [new WrongScale(), new WrongSign(), new LostPart(), new WrongDigits(), new SwappedDigits()];
    private static readonly IDetector[] Workbook = [new WorkbookTraces(), new MovedRow()];

    /// <summary>What the rows around or the other side show, else the one cause the digits allow, else what the workbook shows of how it was
    /// filled in: a sum typed over is only how the wrong number could stay unseen. Null when nothing fits.</summary>
    public static Cause? Find(Discrepancy discrepancy, CauseContext context)
    {
        if (discrepancy.Difference == 0) return null;
        if (Surroundings.Select(d => d.Detect(discrepancy, context)).FirstOrDefault(c => c is not null) is { } seen) return seen;
        var fitting = Digits.Select(d => d.Detect(discrepancy, context)).OfType<Cause>().ToList();
        // Two that fit are no hint.
        return fitting.Count == 1 ? fitting[0] : Workbook.Select(d => d.Detect(discrepancy, context)).FirstOrDefault(c => c is not null);
    }
}
