using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>At least two consecutive rows hold what belongs one row above or below.</summary>
internal sealed class RowShift : IDetector
{
    public Cause? Detect(Discrepancy discrepancy, CauseContext context)
    {
        if (discrepancy.Parts.Count > 0) return null;
        foreach (var step in new[] { 1, -1 })
        {
            if (!Holds(discrepancy, context, 0, step) || !(Holds(discrepancy, context, step, step) || Holds(discrepancy, context, -step, step))) continue;
            var found = context.Neighbour(discrepancy.Item, step)!;
            return new Cause(
                CauseKind.ShiftedRow,
                $"可能整体错行：{context.Name(discrepancy.Item, discrepancy.Column)}的应填数 {SuspectCells.Print(discrepancy.Expected, discrepancy.Measure)} 填在了{context.Name(found, discrepancy.Column)}");
        }

        return null;
    }

    /// <summary>Whether what belongs to the row at an offset stands one step further.</summary>
    private static bool Holds(Discrepancy discrepancy, CauseContext context, int offset, int step)
    {
        var owner = offset == 0 ? discrepancy.Item : context.Neighbour(discrepancy.Item, offset);
        if (owner is null || context.Neighbour(discrepancy.Item, offset + step) is not { } holder) return false;
        var belongs = offset == 0 ? discrepancy.Expected : context.Known(owner, discrepancy.Column);
        return belongs is not (null or 0)
            && context.Number(owner, discrepancy.Column) != belongs
            && context.Number(holder, discrepancy.Column) == belongs;
    }
}
