using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>A minus sign too many or too few.</summary>
internal sealed class WrongSign : IDetector
{
    public Cause? Detect(Discrepancy discrepancy, CauseContext context) =>
        SuspectCells.Tell(CauseKind.Sign, "正负号填反", discrepancy, context, s => Math.Abs(s.Typed) >= 1 && s.Should == -s.Typed);
}
