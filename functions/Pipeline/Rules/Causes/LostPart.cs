using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>The total leaves out exactly one part, or has exactly one twice.</summary>
internal sealed class LostPart : IDetector
{
    // Smaller amounts equal a difference by chance.
    private const decimal Smallest = 10;

    public Cause? Detect(Discrepancy discrepancy, CauseContext context) =>
        Tell(CauseKind.Omitted, "合计漏加", -1, discrepancy, context) ?? Tell(CauseKind.Doubled, "合计重复计算", 1, discrepancy, context);

    private static Cause? Tell(CauseKind kind, string what, int times, Discrepancy discrepancy, CauseContext context)
    {
        if (discrepancy.Parts.Count < 2) return null;
        var found = discrepancy.Parts.Where(p => Math.Abs(p.Value) >= Smallest && times * p.Sign * p.Value == discrepancy.Difference).ToList();
        return found.Count is 0 or > 2
            ? null
            : new Cause(kind, $"可能{what}：{string.Join("；或", found.Select(p => $"{context.Name(p.Item, discrepancy.Column)} {SuspectCells.Print(p.Value, discrepancy.Measure)}"))}，{context.Name(discrepancy.Item, discrepancy.Column)}应约为 {SuspectCells.Print(discrepancy.Expected, discrepancy.Measure)}");
    }
}
