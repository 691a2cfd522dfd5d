using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>What the reader saw at one of the compared cells: text for a number, a stale or overwritten formula.</summary>
internal sealed class WorkbookTraces : IDetector
{
    public Cause? Detect(Discrepancy discrepancy, CauseContext context) =>
        At(discrepancy.Item, null, discrepancy, context)
        ?? discrepancy.Parts.Select(p => At(p.Item, p, discrepancy, context)).FirstOrDefault(c => c is not null);

    private static Cause? At(string item, Part? part, Discrepancy discrepancy, CauseContext context)
    {
        var place = context.Place(item, discrepancy.Column);
        var rules = context.Reading.Where(f => f.Sheet == place.Sheet && f.Cell == place.Cell).Select(f => f.Rule).ToList();
        var name = context.Name(item, discrepancy.Column);

        // A text that could be read counts in our sum; it explains only that Excel's own sum passed over it.
        var passedOver = part is null || Math.Abs(part.Value) == Math.Abs(discrepancy.Difference);
        if (rules.Contains("R-F-08") || (rules.Contains("R-F-13") && passedOver))
            return new Cause(CauseKind.TextNumber, $"可能数字以文本形式填写：{name}，请改为数值格式后重新录入");
        return rules.Contains("R-F-09") || rules.Contains("R-F-10")
            ? new Cause(CauseKind.StaleFormula, $"可能公式被覆盖或未重新计算：{name}，请恢复模板公式并重新计算")
            : null;
    }
}
