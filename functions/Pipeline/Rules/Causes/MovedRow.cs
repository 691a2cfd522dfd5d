using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>The item's row stands elsewhere than in the template. Rows are found by code, so this explains least and is asked last.</summary>
internal sealed class MovedRow : IDetector
{
    public Cause? Detect(Discrepancy discrepancy, CauseContext context) =>
        context.Reading.Any(f => f.Rule == "R-F-06" && f.Item == discrepancy.Item)
            ? new Cause(CauseKind.ShiftedRow, $"可能插入、删除或移动了行：{context.Name(discrepancy.Item, discrepancy.Column)}，请恢复模板行次")
            : null;
}
